import { createRule } from '../create-rule.ts';

export default createRule<'partition' | 'suffix' | 'useExpression'>({
  name: 'no-hardcoded-partition',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow AWS partitions and DNS suffixes that are written down beside a computed region',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      partition:
        "The region of this ARN is computed, but its partition is always '{{text}}'; in China and GovCloud the ARN is wrong.",
      suffix:
        "The region of this host is computed, but its domain is always '{{text}}'; in China the host does not exist.",
      useExpression: 'Use {{expression}}.',
    },
  },
  create(context) {
    return ({ partitionSites = [] }) => {
      for (const { loc, range, text, kind, expression } of partitionSites) {
        context.report({
          loc,
          messageId: kind,
          data: { text },
          suggest:
            expression === undefined
              ? []
              : [
                  {
                    messageId: 'useExpression',
                    data: { expression },
                    fix: (fixer) => fixer.replaceTextRange(range, `\${${expression}}`),
                  },
                ],
        });
      }
    };
  },
});
