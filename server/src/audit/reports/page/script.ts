/** Sorts tables by a click on a heading, and filters their rows by region and text. Without it all rows are shown. */
export const script = `
'use strict';
const filter = document.querySelector('.filter');
const tables = [...document.querySelectorAll('table')];
for (const table of tables) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.textContent = '';
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const each of heads) each.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
      const rows = [...body.rows].map((row) => [key(row), row]);
      const order = new Intl.Collator('en', { numeric: true }).compare;
      rows.sort(([a], [b]) => (down ? order(b, a) : order(a, b)));
      body.append(...rows.map(([, row]) => row));
    });
  });
}
if (filter) {
  const [region, text, count] = filter.querySelectorAll('select, input, output');
  const update = () => {
    const words = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    let all = 0;
    for (const row of document.querySelectorAll('tr[data-region]')) {
      const content = row.textContent.toLowerCase();
      const isWanted = (region.value === '' || row.dataset.region === region.value) && words.every((word) => content.includes(word));
      row.hidden = !isWanted;
      all++;
      if (isWanted) shown++;
    }
    count.textContent = shown === all ? '' : shown + ' of ' + all + ' rows';
  };
  region.addEventListener('change', update);
  text.addEventListener('input', update);
  filter.hidden = false;
  update();
}
`;
