import { format, resolveConfig } from 'prettier';

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  ruleDocTitleFormat: 'desc-parens-prefix-name',
  ruleDocNotices: ['deprecated', 'configs', 'fixableAndHasSuggestions'],
  // Every page has the section, also where there is nothing to set; test/repository/docs.test.ts sees to it.
  ruleDocSectionOptions: false,
  postprocess: async (content, path) => format(content, { ...(await resolveConfig(path)), filepath: path }),
};
