import type { CellValue } from './csv.ts'

/** Types that Table Schema, CSVW and JSON share. `date` keeps the precision of its source, so it is text with a pattern. */
export type ColumnType = 'string' | 'number' | 'integer' | 'boolean' | 'datetime' | 'date' | 'list' | 'url'

/** A column of a table, as its description names it. */
export interface Column<Row> {
  name: string
  type: ColumnType
  description: string
  required?: boolean
  value: (row: Row) => CellValue
}

/** One table of the download, from which CSV, JSON Lines, Table Schema and CSVW are all made. */
export interface Table<Row> {
  name: string
  title: string
  description: string
  primaryKey: string[]
  /** Column that names a row of another table. */
  foreignKeys: { field: string; table: string }[]
  columns: Column<Row>[]
}

/** A column; `value` reads its cell from a row, undefined where the row has none. */
export const column = <Row>(
  name: string,
  type: ColumnType,
  description: string,
  value: (row: Row) => CellValue,
  required = false,
): Column<Row> => ({ name, type, description, value, ...(required ? { required } : {}) })

/** A row as a JSON object: typed values, absent ones left out. */
export function jsonRow<Row>(table: Table<Row>, row: Row): Record<string, CellValue> {
  return Object.fromEntries(
    table.columns.flatMap(({ name, value }) => {
      const cell = value(row)
      return cell === undefined ? [] : [[name, cell]]
    }),
  )
}
