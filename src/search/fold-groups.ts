import { PACKED_GROUPS } from './tables/fold-groups.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const FIRST_HAN = 0x4e00

/** Unpacks what `packGroups` of tables/generate.ts made: each Han character that folds, and what it folds to. */
export function readFoldGroups(): Map<number, number> {
  const [heads, members, numbers] = PACKED_GROUPS.split(' ') as [string, string, string]
  const headCodes = readDistances(heads)
  const pairs = readDistances(members).map((code, at): [number, number] => {
    const number = ALPHABET.indexOf(numbers[2 * at]!) * 64 + ALPHABET.indexOf(numbers[2 * at + 1]!)
    return [code, headCodes[number]!]
  })
  return new Map(pairs)
}

function readDistances(text: string): number[] {
  const codes: number[] = []
  let code = FIRST_HAN
  for (const digit of text) {
    const value = ALPHABET.indexOf(digit)
    code += value
    if (value < 63) codes.push(code)
  }
  return codes
}
