/** Markup that is safe to write: made by `html` alone, so that text of a record can never become an element. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

/** What may stand in a template: text is escaped, markup is not, nothing is left out. */
export type Part = Html | string | number | false | undefined | readonly Part[]

/**
 * Markup of a template, as a string: a page of a record is some two hundred of these, and Astro's own components, which may wait
 * and stream, cost three times as much. Works in text and in quoted attributes; indentation is dropped.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const fixed = compact(strings)
  let text = fixed[0]!
  for (let index = 0; index < parts.length; index++) text += printPart(parts[index]) + fixed[index + 1]!
  return new Html(text)
}

/** ` name="value"`, or nothing where there is no value. */
export function attribute(name: string, value: string | false | undefined): Html {
  return value === undefined || value === false ? NOTHING : new Html(` ${name}="${escapeHtml(value)}"`)
}

/** ` class="a b"` of the names that hold. */
export const classes = (...names: (string | false | undefined)[]): Html =>
  attribute('class', names.filter(Boolean).join(' ') || undefined)

/** JSON, an address or markup that Astro rendered: already escaped for its place. */
export const trusted = (text: string): Html => new Html(text)

const NOTHING = new Html('')

function printPart(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if (part === undefined || part === false) return ''
  let text = ''
  for (const one of part) text += printPart(one)
  return text
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const SPECIAL = /[&<>"']/

/** Text for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"']/g, (char) => ENTITIES[char]!) : text
}

const compacted = new WeakMap<TemplateStringsArray, string[]>()

/** The indentation of templates is for those who read them. */
function compact(strings: TemplateStringsArray): string[] {
  let fixed = compacted.get(strings)
  if (!fixed) {
    fixed = strings.map((text) => text.replace(/\n\s*/g, '\n'))
    compacted.set(strings, fixed)
  }
  return fixed
}
