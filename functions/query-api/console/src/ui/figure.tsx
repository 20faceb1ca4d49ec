// A card with a finding as its heading, what shows it, and the same as a table and a file.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { precise, span } from '../i18n/format';
import { t } from '../i18n';
import { range, zone } from '../state/range';
import { type Cell, csvOf, save } from './csv';

export interface Table {
  columns: string[];
  rows: Array<{ cells: Cell[]; open?: () => void }>;
}

interface Props {
  heading: string;
  note?: ComponentChildren;
  name: string;
  table?: Table;
  wide?: boolean;
  outdated?: boolean;
  controls?: ComponentChildren;
  children: ComponentChildren;
}

export function Figure({ heading, note, name, table, wide, outdated, controls, children }: Props) {
  const id = useId();
  return (
    <section class={`card${wide ? ' wide' : ''}${outdated ? ' outdated' : ''}`} aria-labelledby={id} aria-busy={outdated}>
      <div class="card-head">
        <h2 id={id}>{heading}</h2>
        {controls}
      </div>
      {note && <p class="hint">{note}</p>}
      {children}
      {table && <AsTable table={table} name={name} />}
    </section>
  );
}

function AsTable({ table, name }: { table: Table; name: string }) {
  const file = () => save(`${name}.csv`, csvOf(
    [...table.columns, t('table.range'), t('table.zone')],
    table.rows.map(row => [...row.cells, span(range.value), zone.value])));
  return (
    <details class="as-table">
      <summary>{t('table.show')}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={t('table.of', { name })}>
        <Rows table={table} />
      </div>
      <button type="button" class="quiet" onClick={file}>{t('table.csv')}</button>
    </details>
  );
}

export function Rows({ table }: { table: Table }) {
  return (
    <table>
      <thead><tr>{table.columns.map((column, i) => <th scope="col" key={column} class={typeof table.rows[0]?.cells[i] === 'number' ? 'number' : ''}>{column}</th>)}</tr></thead>
      <tbody>
        {table.rows.map((row, i) => (
          <tr key={i}>
            {row.cells.map((cell, j) => j === 0
              ? <th scope="row" key={j}>{row.open ? <button type="button" class="link" onClick={row.open}>{cell}</button> : cell}</th>
              : <td key={j} class={typeof cell === 'number' ? 'number' : ''}>{typeof cell === 'number' ? precise(cell) : cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
