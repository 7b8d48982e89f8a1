// Tables that turn into cards on a narrow screen. The roles are spelled out
// because browsers drop them from a table whose display is changed.
import type { ComponentChildren } from "preact";

export interface Column<T> {
  head: string;
  cell: (row: T) => ComponentChildren;
  num?: boolean; // right-aligned
}

interface TableProps<T> {
  caption: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
  rowClass?: (row: T) => string;
  showCaption?: boolean;
  empty?: string;
}

export function DataTable<T>({ caption, rows, columns, rowKey, rowClass, showCaption, empty }: TableProps<T>) {
  if (rows.length === 0 && empty) return <p class="empty">{empty}</p>;
  return (
    <table class="table" role="table">
      <caption class={showCaption ? "" : "visually-hidden"}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((c) => (
            <th key={c.head} scope="col" role="columnheader" class={c.num ? "num" : ""}>
              {c.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" class={rowClass?.(row) ?? ""}>
            {columns.map((c, i) => (
              <Cell key={c.head} column={c} row={row} first={i === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<T>({ column, row, first }: { column: Column<T>; row: T; first: boolean }) {
  const kind = column.num ? "num" : "";
  const body = (
    <>
      <span class="cell-label" aria-hidden="true">
        {column.head}
      </span>
      <span class="cell-value">{column.cell(row)}</span>
    </>
  );
  return first ? (
    <th scope="row" role="rowheader" class={kind}>
      {body}
    </th>
  ) : (
    <td role="cell" class={kind}>
      {body}
    </td>
  );
}
