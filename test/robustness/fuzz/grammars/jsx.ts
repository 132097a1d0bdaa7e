import type { Grammar } from '../expand.ts';

/** What JSX adds to JavaScript. */
export const jsx: Grammar = {
  operand: ['(%markup)'],
  markup: [
    '<div%attribute* />',
    '<option%attribute*>%child*</option>',
    '<a.Option.Group%attribute*>%child*</a.Option.Group>',
    '<svg:use xlink:href="%text" />',
    '<>%child*</>',
  ],
  attribute: [
    ' %key="%text"',
    ' %key={%expression}',
    ' disabled',
    " data-%key='%text'",
    ' {...%operand}',
    ' %key=%markup',
  ],
  child: ['%text', ' &amp; %text\n', '{%expression}', '{/* %text */}', '{...%operand}', '%markup'],
};
