import {
  awsServiceIds,
  regionsOfRareService,
  serviceOfEndpointPrefix,
  serviceOfV2ClassName,
  signingRegionOfGlobalService,
} from './services.generated.ts';
import { serviceOfEndpointName } from './endpoint-services.ts';
import { globalServices, mandatedRegions, type MandatedRegion } from './mandated-regions.ts';

const idOfService = new Map(awsServiceIds.map((id) => [id.toLowerCase().replaceAll(' ', '-'), id]));
const serviceOfSquashedName = new Map([...idOfService.keys()].map((service) => [squash(service), service]));

/**
 * The AWS service of a module that is imported.
 *
 * @param module `@aws-sdk/client-s3`, or a path into it; `aws-sdk/clients/stepfunctions`
 * @returns the service as its v3 package names it: `s3`, `sfn`; undefined for any other module
 */
export function serviceOfPackage(module: string): string | undefined {
  const [, v3Service, v2Module] = /^(?:@aws-sdk\/client-([\w-]+)|aws-sdk\/clients\/(\w+))/.exec(module) ?? [];
  if (v3Service) return v3Service;
  return v2Module && serviceOfV2Class(v2Module);
}

/**
 * The AWS service of a class of the v2 SDK, or of its module below `aws-sdk/clients/`, whose name is the class in lower case.
 *
 * @returns the service as the v3 package names it: `StepFunctions` -> `sfn`; undefined for what is no service class
 */
export function serviceOfV2Class(className: string): string | undefined {
  const name = className.toLowerCase();
  return serviceOfV2ClassName.get(name) ?? serviceOfSquashedName.get(name);
}

/**
 * The AWS service behind a name in a host or an ARN.
 *
 * @param name `sqs`, `states`, `api.pricing`, `s3-fips`
 * @returns the service as its v3 package names it; undefined where it is not known
 */
export function serviceOfEndpoint(name: string): string | undefined {
  const prefix = name.replace(/^fips-|-fips$/, '');
  return (
    serviceOfEndpointName.get(prefix) ??
    serviceOfEndpointPrefix.get(prefix) ??
    serviceOfSquashedName.get(squash(prefix))
  );
}

/**
 * Whether a class that a v3 package exports is its client: `S3Client`, or `S3`, which has the commands as methods.
 *
 * @param service the service as the package names it
 */
export function isClientClass(service: string, className: string): boolean {
  return className.toLowerCase().replace(/client$/, '') === squash(service);
}

/** The services of AWS, as their SDK packages name them. */
export function listServices(): string[] {
  return [...idOfService.keys()];
}

/** What to call a service in a message: `cognito-identity-provider` -> Cognito Identity Provider. */
export function displayName(service: string): string {
  const name = idOfService.get(service) ?? service;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * Whether the clients of a service ignore their region, as IAM's do.
 *
 * @returns the region that signs the requests instead, or `aws-global` where no single one does; undefined when the region counts
 */
export function ignoresRegion(service: string): string | undefined {
  const isGlobal = globalServices.some((entry) => entry.service === service);
  return isGlobal ? 'aws-global' : signingRegionOfGlobalService.get(service);
}

/** The regions of a service that exists in three or fewer of them; undefined for all others. */
export function onlyRegions(service: string): readonly string[] | undefined {
  const always = mandatedRegions.find(
    (mandated) => mandated.service === service && mandated.use === 'always',
  );
  return always ? [always.region] : regionsOfRareService.get(service);
}

/** The uses of a service that work in one region only. */
export function mandatedRegionsOf(service: string): readonly MandatedRegion[] {
  return mandatedRegions.filter((mandated) => mandated.service === service);
}

function squash(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
