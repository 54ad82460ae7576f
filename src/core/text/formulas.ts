/**
 * A formula of TeX: no white space inside its dollars and no digit behind them, as Pandoc reads it
 * (https://pandoc.org/MANUAL.html#extension-tex_math_dollars), and a sign of mathematics in it, or a number and nothing else.
 */
const FORMULA = /\$(?! )([^$\n]{1,80})(?<! )\$(?!\d)|\$(\\[a-z]+) ?\$/g
const IS_MATH = /[\\=<>_^{]|^[\d.,]+%?$/

/** What commands are read as, each in as many units, at their end; `\\times` is a unit of its own. Sorted. */
const COMMANDS: Readonly<Record<string, string>> = {
  '%': ' %',
  approx: '~',
  ge: '≥',
  geq: '≥',
  le: '≤',
  leq: '≤',
  pm: '±',
  sim: '~',
  to: '→',
}
const COMMAND = /\\(%|[a-z]+)/g

/** The text with its formulas as plain text of the same length: `$31.4\%$` is ` 31.4 % `, and no money. */
export function openFormulas(text: string): string {
  if (!text.includes('$')) return text
  return text.replace(FORMULA, (whole, inner: string | undefined) =>
    inner === undefined || IS_MATH.test(inner) ? readFormula(whole) : whole,
  )
}

/** `1{,}200`: digits whose separator no numeral has; rather none than `200`. */
const GROUPED = /\d{1,3}(?:\{,\}\d{3})+/g

const readFormula = (whole: string): string =>
  ` ${whole
    .slice(1, -1)
    .replace(GROUPED, (digits) => ' '.repeat(digits.length))
    .replace(COMMAND, readCommand)} `

const readCommand = (whole: string, name: string): string => (COMMANDS[name] ?? whole).padStart(whole.length)
