/**
 * Test whether a UTF-16 unit is one of some characters, by a table: what most places of a text need before a pattern is
 * worth a try. False beyond the end of the text, where `charCodeAt` gives NaN.
 */
export function buildUnitTest(characters: string): (unit: number) => boolean {
  const table = new Uint8Array(0x10000)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return (unit) => table[unit] === 1
}
