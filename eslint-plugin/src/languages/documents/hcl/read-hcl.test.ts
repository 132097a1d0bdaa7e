import { createRequire } from 'node:module';
import { getPath, visitNodes } from '../tree.ts';
import { readHcl } from './read-hcl.ts';

// Its types want those of a browser.
const { parse } = createRequire(import.meta.url)('@cdktf/hcl2json') as {
  parse: (name: string, text: string) => Promise<unknown>;
};

const samples = {
  'blocks, attributes and comments': `
# Orders
terraform {
  required_version = ">= 1.5" // for checks
  backend "s3" {
    bucket = "orders-state"
    region = "eu-west-2"
  }
}
/* a block
   comment with "quotes" */
resource "aws_sqs_queue" "orders" {
  name = "orders"
  tags = { Team = "orders", "cost:center" = "42" }
}
resource "aws_sqs_queue" "returns" { name = "returns" }
`,
  'lists, objects and calls': `
locals {
  zones = ["eu-west-2a", "eu-west-2b",]
  nested = { a = [{ b = "c" }, { b = "d" }] }
  merged = merge({ one = "1" }, var.more...)
  chosen = var.is_live ? "live" : "test"
  list   = [for z in local.zones : upper(z) if z != "eu-west-2c"]
  map    = { for k, v in var.services : k => v.name... }
}
`,
  'templates and heredocs': `
resource "aws_iam_policy" "p" {
  name   = "orders-\${var.stage == "live" ? "live" : "test"}"
  policy = <<-EOF
    { "Resource": "arn:aws:sqs:eu-west-2:\${local.account}:orders" }
    EOF
  escaped = "a $\${literal} and \\"quoted\\""
  after   = "still read"
}
`,
  'operators and indices': `
output "first" {
  value = element(aws_subnet.all.*.id, 0) + 3 * -2
  other = aws_subnet.all[0].tags["Name"]
  last  = "z"
}
`,
};

describe('readHcl', () => {
  it.each(Object.entries(samples))(
    'reads the same strings as the parser of HashiCorp: %s',
    async (_name, text) => {
      const expected = listStrings(await parse('main.tf', text));
      const strings = listOwnStrings(text);
      expect(expected.length).toBeGreaterThan(0);
      for (const each of expected) expect(strings).toContain(each);
    },
  );

  it('gives the offsets of what it read', () => {
    const text = 'provider "aws" {\n  region = "eu-west-2"\n}\n';
    const found: string[] = [];
    visitNodes(readHcl(text).root, (node) => {
      if (node.type === 'scalar') found.push(`${text.slice(...node.range)}|${text.slice(...node.outer)}`);
    });
    expect(found).toEqual(['eu-west-2|"eu-west-2"']);
  });

  it('keeps comments', () => {
    const { comments } = readHcl('# one\na = 1 // two\n/* three */\nb = "# no comment"\n');
    expect(comments.map(({ value }) => value)).toEqual([' one', ' two', ' three ']);
  });

  it.each([
    ['an open string', 'a = "open\nregion = "eu-west-2"\n'],
    ['an open block', 'resource "x" "y" {\n  name = \nregion = "eu-west-2"\n'],
    ['a brace too many', '}\nregion = "eu-west-2"\n'],
    ['a line that is nothing', '??? !!\nregion = "eu-west-2"\n'],
    ['an open list', 'a = [1, 2\nregion = "eu-west-2"\n'],
  ])('reads on behind %s', (_name, text) => {
    expect(listOwnStrings(text).some((each) => each.endsWith('=eu-west-2'))).toBe(true);
  });

  it.each(['[', '{', '(', '"${', 'a {', 'a = <<', 'f('])('takes any depth of %j', (mark) => {
    expect(() => readHcl(`a = ${mark.repeat(20_000)}`)).not.toThrow();
    expect(() => readHcl(mark.repeat(20_000))).not.toThrow();
  });
});

/** `resource/aws_sqs_queue/orders/name=orders` for every plain string. */
function listOwnStrings(text: string): string[] {
  const strings: string[] = [];
  visitNodes(readHcl(text).root, (node) => {
    if (node.type !== 'scalar' || node.style !== 'double' || node.inner.length > 0) return;
    const path = getPath(node).filter((key) => !/^\d+$/.test(key));
    strings.push(`${path.join('/')}=${node.text}`);
  });
  return strings;
}

function listStrings(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return /[$\n"\\]/.test(value) ? [] : [`${path.join('/')}=${value}`];
  if (Array.isArray(value)) return value.flatMap((item) => listStrings(item, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => listStrings(item, [...path, key]));
}
