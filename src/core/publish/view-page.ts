/** One page of a list, and its neighbours; `path` is below the list's own address (``, `page/2/`). */
export interface Page<T> {
  items: T[]
  number: number
  last: number
  total: number
  /** Route parameter: undefined for the first page, else `page/2`. */
  param: string | undefined
}

/** Cuts a list into pages; an empty list has one empty page. */
export function paginate<T>(items: readonly T[], perPage: number): Page<T>[] {
  const last = Math.max(1, Math.ceil(items.length / perPage))
  return Array.from({ length: last }, (_, index) => ({
    items: items.slice(index * perPage, (index + 1) * perPage),
    number: index + 1,
    last,
    total: items.length,
    param: pageParam(index + 1),
  }))
}

/** Route parameter of a page. */
export const pageParam = (number: number) => (number === 1 ? undefined : `page/${number}`)

/** Page numbers to link, with 0 for a gap: first, last and two around the current one. */
export function pageNumbers(number: number, last: number): number[] {
  const near = Array.from({ length: last }, (_, index) => index + 1).filter(
    (at) => at === 1 || at === last || Math.abs(at - number) <= 1,
  )
  return near.flatMap((at, index) => (index > 0 && at - near[index - 1]! > 1 ? [0, at] : [at]))
}
