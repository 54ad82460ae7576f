// The closed lists that extraction needs while it runs, apart from the schemas: it starts without the library that checks them.

/** What kind of quantity a value is. `percent` holds the number before the sign: 96 for 96 %. */
export const UNITS = [
  'percent',
  'percentage_point',
  'multiple',
  'fraction',
  'count',
  'money',
  'duration',
  'score',
  'other',
] as const

/** What kind of thing a name stands for. */
export const ENTITY_KINDS = ['model', 'organization', 'person', 'place', 'law', 'benchmark'] as const
