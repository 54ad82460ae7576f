import type { Column, ColumnType, Table } from './data-table.ts'

export const LICENCE = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0 (our fields; quoted text: rights stay with its source)',
}
/** Version of the files' form: a column that changes or goes raises the first number, a new one the second. */
export const FORM_VERSION = '1.0.0'

/** A file as written. */
export interface DataFile {
  path: string
  table: Table<never>
  format: 'csv' | 'jsonl'
  bytes: number
  sha256: string
  rows: number
}

const DATE_PATTERN = '\\d{4}(-\\d{2}(-\\d{2}(T.+)?)?)?'

/** datapackage.json, Data Package v2 with a Table Schema for every file. */
export function buildDataPackage(
  files: DataFile[],
  origin: string,
  changed: string,
): Record<string, unknown> {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'redline',
    title: 'Redline: figures about AI risk with their verbatim quotes',
    description:
      'Values, subjects, links between records and names are ours. Quotes are verbatim, short by rule, and belong to their publishers.',
    homepage: `${origin}/en/data/`,
    version: `${FORM_VERSION}+${changed.slice(0, 10).replaceAll('-', '')}`,
    created: changed,
    licenses: [LICENCE],
    contributors: [{ title: 'Redline', path: `${origin}/`, roles: ['creator', 'publisher'] }],
    resources: files.map(resource),
  }
}

function resource({ path, table, format, bytes, sha256 }: DataFile): Record<string, unknown> {
  return {
    name: format === 'csv' ? table.name : `${table.name}-jsonl`,
    path,
    type: 'table',
    title: table.title,
    description: table.description,
    format,
    mediatype: format === 'csv' ? 'text/csv' : 'application/x-ndjson',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: table.columns.map(field),
      primaryKey: table.primaryKey,
      foreignKeys: table.foreignKeys.map(({ field: name, table: target }) => ({
        fields: [name],
        reference: { ...(target === table.name ? {} : { resource: target }), fields: ['id'] },
      })),
    },
  }
}

const FIELD_TYPES: Record<ColumnType, Record<string, string>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  datetime: { type: 'datetime', format: 'any' },
  date: { type: 'string' },
  list: { type: 'list', delimiter: ';' },
  url: { type: 'string', format: 'uri' },
}

function field({ name, type, description, required }: Column<never>): Record<string, unknown> {
  const constraints = {
    ...(required ? { required } : {}),
    ...(type === 'date' ? { pattern: DATE_PATTERN } : {}),
  }
  const hasConstraints = Object.keys(constraints).length > 0
  return { name, ...FIELD_TYPES[type], description, ...(hasConstraints ? { constraints } : {}) }
}

const CSVW_TYPES: Record<ColumnType, string> = {
  string: 'string',
  number: 'double',
  integer: 'integer',
  boolean: 'boolean',
  datetime: 'dateTime',
  date: 'string',
  list: 'string',
  url: 'anyURI',
}

/** csv-metadata.json, CSV on the Web: the name under which readers look for it beside the files. */
export function buildCsvw(files: DataFile[]): Record<string, unknown> {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': 'Redline',
    'dc:license': { '@id': LICENCE.path },
    tables: files
      .filter(({ format }) => format === 'csv')
      .map(({ path, table }) => ({
        url: path,
        'dc:title': table.title,
        'dc:description': table.description,
        tableSchema: {
          columns: table.columns.map(({ name, type, description, required }) => ({
            name,
            titles: name,
            datatype: CSVW_TYPES[type],
            'dc:description': description,
            ...(type === 'list' ? { separator: ';' } : {}),
            ...(required ? { required } : {}),
          })),
          primaryKey: table.primaryKey,
        },
      })),
  }
}
