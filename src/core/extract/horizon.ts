/** A time named for what is still to come: `20年内`, `到2030年`, `by 2030`, `within five years`, `in the next decade`. */
const HORIZON =
  /(?:未来|未來|今后|今後)?(?:\d{1,3}|[一二三四五六七八九十百两兩几幾数數]{1,4})(?:\s?[-~–至到]\s?\d{1,3})?\s?(?:个|個)?(?:年|月|季度|小时|天)(?:或更短时间)?(?:之)?[内內]|(?<!年)(?:到|至)\s?20[2-9]\d\s?年(?:前|底|代|之前)?|20[2-9]\d\s?年(?:前|底|之前|以前)|未来(?:几|數|数|十|五|两)年|未來(?:幾|數|十|五|兩)年|\bby (?:the end of )?(?:the )?20[2-9]\d(?:s)?\b|\bwithin (?:the next )?(?:[\w-]+ ){1,3}(?:years?|months?|decades?)\b|\bin the (?:next|coming) (?:[\w-]+ ){0,2}(?:years?|months?|decades?|decade)\b|\bover the (?:next|coming) (?:[\w-]+ ){0,2}(?:years?|months?|decades?)\b|\bby (?:mid|end|late|early)-?(?: |of )?20[2-9]\d\b|\b(?:before|around) 20(?:2[6-9]|[3-9]\d)\b|\bin 20[3-9]\d\b/i

/** What each of them holds: looking for it first takes a tenth of the time. */
const HINT = /[内內]|20[2-9]|未[来來]|within|next|coming/i

/** The words that name the time of a forecast, as written. */
export function findHorizon(words: string): string | undefined {
  if (!HINT.test(words)) return undefined
  return HORIZON.exec(words)?.[0]
}
