import { createRandom, type Random } from '../robustness/fuzz/random.ts';

/** A program that runs, and exports what it found out as `output`. */
export interface RunnableProgram {
  /** Its extension names the kind of module. */
  name: string;
  text: string;
}

const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2', 'sa-east-1'];

/** Ways to come by a region, which `$` stands for; each leaves it in `value`. Written tightly, as minifiers and people do. */
const ways: readonly string[] = [
  "const value='$';",
  'let value;value="$";',
  "const{A_REGION:value='$'}=process.env;",
  "const{B_REGION='$'}=process.env;const value=B_REGION;",
  "const [value='$']=[];",
  "const value=process.env.C_REGION??'$';",
  "const value=process.env.D_REGION||'$';",
  "function pick(region='$'){return region}const value=pick();",
  "function give(){return'$'}const value=give();",
  "const give=()=>'$';const value=give();",
  "const give=async()=>{return await'$'};const value=await give();",
  "const value=typeof'x'==='string'?'$':'$';",
  "class Holder{static region='$'}const value=Holder.region;",
  "class Holder{get region(){return'$'}}const value=new Holder().region;",
  "const table={region:'$','other':1};const value=table['region'];",
  "const value=(0,'$');",
  "const value=[...['$']][0];",
  "let value;switch(1){case 1:value='$';break;default:}",
  "let value;try{throw'$'}catch(error){value=error}",
  'const value=`$`;',
  "const value=('$');",
  "let value;for(const each of['$'])value=each;",
  "const value=void 0??'$';",
  "var value;if(true)value='$';else value='none'",
  "const value=((region)=>region)('$');",
  "const value=Object.freeze({a:{region:'$'}}).a.region;",
  "function*all(){yield'$'}const[value]=all();",
];

/** Uses of it; each leaves a text or a promise of one in `found`. */
const uses: readonly string[] = [
  'const client=new S3Client({region:value});const found=client.config.region();',
  'const found=new S3Client({ ...{maxAttempts:2}, region: value }).config.region();',
  "const client=new S3Client({region:'$'});const found=client.config.region();",
  'const region=value;const client=new S3Client({region});const found=client.config.region();',
  "const options={region:'$'};options.region=value;const found=new S3Client(options).config.region();",
  "const found=`arn:aws:sns:${value}:123456789012:topic`+'arn:aws:sns:$:123456789012:topic';",
  "const queue='https://sqs.$.amazonaws.com/123456789012/orders';const found=queue+value;",
  "const client=new S3Client({region:value,endpoint:'https://s3.$.amazonaws.com'});const found=client.config.region();",
];

/** Writes a program; the same one for the same seed. */
export function createRunnable(seed: number, kind: 'cjs' | 'mjs'): RunnableProgram {
  const random = createRandom(seed);
  const fill = (text: string) => text.replaceAll('$', (mark) => (mark === '$' ? random.pick(regions) : mark));
  // Programs share their variables with nobody.
  const way = random.pick(ways).replaceAll(/\b[A-D]_REGION/gu, (name) => `P${seed}_${name}`);
  const body = `${fillIn(way, fill)}${random.pick([' ', '\n'])}${fillIn(random.pick(uses), fill)}`;
  const head = random.pick(['', '/* a file */', "'use strict';\n", '// a file\n']);
  return kind === 'cjs'
    ? {
        name: `p${seed}.cjs`,
        text: `${head}const{S3Client}=require('@aws-sdk/client-s3');\nexports.output=(async()=>{${indent(body, random)}\nreturn found})();\n`,
      }
    : {
        name: `p${seed}.mjs`,
        text: `${head}import{S3Client}from'@aws-sdk/client-s3';\n${indent(body, random)}\nexport const output=await found;\n`,
      };
}

/** `${value}` is no place for a region. */
function fillIn(text: string, fill: (text: string) => string): string {
  return text.split('${').map(fill).join('${');
}

function indent(text: string, random: Random): string {
  return random.below(2) === 0 ? text : text.replaceAll(';', ';\n  ');
}
