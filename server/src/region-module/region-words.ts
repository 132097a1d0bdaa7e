import type { Cloud } from 'eslint-plugin-multi-region/facts';

const awsRegion = /^(?:us|eu|ap|sa|ca|me|af|il|mx|cn|eusc)(?:-[a-z]+)+-\d{1,2}$/u;
const gcpRegion =
  /^(?:us|europe|asia|australia|northamerica|southamerica|me|africa)-(?:north|south|east|west|central)+\d{1,2}$/u;
const azureRegion =
  /^(?:north|south|east|west|central)*(?:us|europe|asia|uk|india|japan|korea|australia|brazil|canada|africa|france|germany|italy|mexico|norway|poland|qatar|spain|sweden|switzerland|uae|israel|newzealand|austria|chile|indonesia|malaysia)(?:north|south|east|west|central)*\d?$/u;

/** The cloud whose region a text looks like; undefined for other texts. Ask only of values that config may hold. */
export function cloudOf(text: string): Cloud | undefined {
  if (awsRegion.test(text)) return 'aws';
  if (gcpRegion.test(text)) return 'gcp';
  const compact = text.replaceAll(' ', '').toLowerCase();
  return /north|south|east|west|central/u.test(compact) && azureRegion.test(compact) ? 'azure' : undefined;
}

/** Whether a key or a variable says that it holds a region. */
export function isRegionName(name: string): boolean {
  return /region|location/iu.test(name);
}

/** The variable that tells a program where it runs. */
export const defaultVariables: Readonly<Record<Cloud, string>> = {
  aws: 'AWS_REGION',
  gcp: 'GOOGLE_CLOUD_REGION',
  azure: 'AZURE_LOCATION',
};
