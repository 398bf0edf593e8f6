import './style/main.css';
import './style/report.css';
import { fields, rows, text } from './data/read';
import { h } from './view/element';
import { broken } from './view/parts';
import { readSections, sectionView } from './view/report';

const FORMAT = 1;

/** What `./maestro demo` wrote into the page; everything it shows is in this one file. */
function report(): HTMLElement {
  const written = fields(JSON.parse(document.getElementById('report')?.textContent ?? '{}') as unknown);
  const title = text(written?.['title']);
  if (!written || written['format'] !== FORMAT || !title) {
    return h('main', {}, broken({ title: 'There is nothing to show in this page.', mend: "It is a template; './maestro demo' fills one." }));
  }
  document.title = title;
  return h('main', { class: 'report' }, h('h1', {}, title), h('div', { class: 'panels' }, readSections(rows(written['sections'])).map(sectionView)));
}

document.getElementById('app')?.replaceChildren(report());
