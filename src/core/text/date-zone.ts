/** Minutes east of UTC for the abbreviations of RFC 822 and those that feeds use; CST is America's unless the source is Asian. */
const ABBREVIATIONS: Record<string, number> = {
  AEDT: 660,
  AEST: 600,
  AKST: -540,
  AKDT: -480,
  AT: -240,
  AST: -240,
  ADT: -180,
  AWST: 480,
  BST: 60,
  CDT: -300,
  CEST: 120,
  CET: 60,
  CST: -360,
  CT: -360,
  EDT: -240,
  EEST: 180,
  EET: 120,
  EST: -300,
  ET: -300,
  GMT: 0,
  HKT: 480,
  HST: -600,
  IST: 330,
  JST: 540,
  KST: 540,
  MDT: -360,
  MESZ: 120,
  MEST: 120,
  MET: 60,
  MEZ: 60,
  MSK: 180,
  MST: -420,
  MT: -420,
  NZDT: 780,
  NZST: 720,
  PDT: -420,
  PST: -480,
  PT: -480,
  SGT: 480,
  UT: 0,
  UTC: 0,
  WAT: 60,
  WEST: 60,
  WET: 0,
  Z: 0,
} // prettier-ignore

/** Minutes east of UTC, or the name of an IANA zone whose offset depends on the day. */
export type Zone = number | string

/** A zone as printed: `+0800`, `GMT-07:00`, `EST`, `Europe/Brussels`, `北京时间`. Undefined when it is none. */
export function parseZone(text: string, hint?: string): Zone | undefined {
  const name = text.trim()
  if (/^(北京時間|北京时间|香港時間|香港时间|台北時間|台灣時間|HKT)$/.test(name)) return 480
  const offset = /^(?:(?:GMT|UTC|UT|Z)\s*)?([+\-−])(\d{1,2})(?::?(\d{2}))?Z?$/i.exec(name)
  if (offset) return signedMinutes(offset[1], Number(offset[2]), Number(offset[3] ?? 0))
  const known = ABBREVIATIONS[name.toUpperCase()]
  if (name.toUpperCase() === 'CST' && hint?.startsWith('Asia/')) return 480
  if (known !== undefined) return known
  if (/^[A-Z][A-Za-z_]+\/[A-Za-z_+\-0-9/]+$/.test(name) && isZone(name)) return name
  return undefined
}

function signedMinutes(sign: string | undefined, hours: number, minutes: number): number | undefined {
  if (hours > 15 || minutes > 59) return undefined
  return (sign === '+' ? 1 : -1) * (hours * 60 + minutes)
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    // RangeError: not an IANA zone
    return false
  }
}

/** `Z` or `+08:00` for a wall-clock time in the zone; undefined when the zone is unknown. */
export function offsetAt(zone: Zone, wallClockMs: number): string | undefined {
  if (typeof zone === 'number') return offsetText(zone)
  if (!isZone(zone)) return undefined
  // the offset at the guess decides the instant; asked twice, as a change of clocks may lie between
  const guess = zoneMinutes(zone, wallClockMs)
  return offsetText(zoneMinutes(zone, wallClockMs - guess * 60_000))
}

export function zoneMinutes(zone: string, instantMs: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    instantMs,
  )
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name)
  return match ? (signedMinutes(match[1], Number(match[2]), Number(match[3])) ?? 0) : 0
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
