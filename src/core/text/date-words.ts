/** Month names by their beginnings, in the languages that our sources and feeds print; longest beginning wins. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'ιαν', 'янв', 'sty'],
  ['feb', 'fév', 'fev', 'φεβ', 'фев', 'lut'],
  ['mar', 'mär', 'mrt', 'maer', 'már', 'μαρ', 'μάρ', 'мар'],
  ['apr', 'avr', 'abr', 'ápr', 'απρ', 'апр', 'kwi'],
  ['may', 'mai', 'mei', 'mag', 'maj', 'máj', 'μαϊ', 'μάι', 'май', 'мая'],
  ['jun', 'juin', 'giu', 'jún', 'ιουν', 'ιούν', 'июн', 'cze'],
  ['jul', 'juil', 'lug', 'júl', 'ιουλ', 'ιούλ', 'июл', 'lip'],
  ['aug', 'aoû', 'aou', 'ago', 'αυγ', 'αύγ', 'авг', 'sie'],
  ['sep', 'set', 'szept', 'σεπ', 'сен', 'wrz'],
  ['oct', 'okt', 'ott', 'out', 'οκτ', 'окт', 'paź'],
  ['nov', 'νοε', 'νοέ', 'ноя', 'lis'],
  ['dec', 'dez', 'déc', 'dic', 'gru', 'δεκ', 'дек'],
]

const BY_BEGINNING = MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)).sort(
  (a, b) => b[0].length - a[0].length,
)

/** 1 to 12. `ma` alone is nothing, `mardi` is a Tuesday. */
export function monthOf(word: string): number | undefined {
  const name = word.toLowerCase().replace(/\.$/, '')
  if (/^(mardi|martes|martedi|marted\u00ec|mart\u0131)$/.test(name)) return undefined
  return BY_BEGINNING.find(([beginning]) => name.startsWith(beginning))?.[1]
}

const WEEKDAYS = [
  ['sun', 'so', 'son', 'sonntag', 'dim', 'dom', 'κυρ', 'zo', 'вс'],
  ['mon', 'mo', 'montag', 'lun', 'δευ', 'ma', 'пн'],
  ['tue', 'di', 'dienstag', 'mar', 'mardi', 'τρι', 'вт'],
  ['wed', 'mi', 'mittwoch', 'mer', 'mié', 'mie', 'τετ', 'wo', 'ср'],
  ['thu', 'do', 'donnerstag', 'jeu', 'jue', 'gio', 'πεμ', 'чт'],
  ['fri', 'fr', 'freitag', 'ven', 'vie', 'παρ', 'vr', 'пт'],
  ['sat', 'sa', 'samstag', 'sonnabend', 'sam', 'sáb', 'sab', 'σαβ', 'za', 'сб'],
]

/** 0 for Sunday; undefined for words that are no day of the week that we know. */
export function weekdayOf(word: string): number | undefined {
  const name = word.toLowerCase().replace(/[.,]+$/, '')
  const index = WEEKDAYS.findIndex((names) =>
    names.some((known) => known === name || (known.length > 2 && name.startsWith(known))),
  )
  return index < 0 ? undefined : index
}

const DIGITS = new Map([...'〇一二三四五六七八九'].map((char, i) => [char, i]))

/** 二〇二四年三月八日 with figures; text without such dates is returned as it is. */
export function withFigures(text: string): string {
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((char) => DIGITS.get(char) ?? 0).join(''),
    )
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日])/g, (number) => String(smallNumber(number)))
}

/** 1 to 99 in Chinese characters. */
export function smallNumber(text: string): number {
  const [tens, units] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens ? (DIGITS.get(tens) ?? 0) : 1) : 0
  return ten * 10 + (units ? (DIGITS.get(units) ?? 0) : 0)
}
