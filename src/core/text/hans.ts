import { Converter } from 'opencc-js/t2cn'

let toHans: ((text: string) => string) | undefined

/** Simplified Chinese by OpenCC's phrases. Changes lengths: for search keys and duplicates, never for offsets or quotes. */
export function foldToHans(text: string): string {
  toHans ??= Converter({ from: 't', to: 'cn' })
  return toHans(text)
}
