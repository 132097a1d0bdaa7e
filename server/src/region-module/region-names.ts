import { azureLocation, findRegionForms, type Cloud } from 'eslint-plugin-multi-region/catalog';

/** The cloud whose region a text is; undefined for other texts. Ask only of values that config may hold. */
export function cloudOf(text: string): Cloud | undefined {
  const [form] = findRegionForms(text);
  if (form?.form === 'region') return form.cloud;
  return azureLocation(text) ? 'azure' : undefined;
}

/** Whether a key or a variable says that it holds a region. */
export function isRegionName(name: string): boolean {
  return /region|location/iu.test(name);
}
