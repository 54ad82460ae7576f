import { Converter } from 'opencc-js'

/** OpenCC's names of the variants, as opencc-js calls them. */
const VARIANTS: Record<string, string> = {
  s: 'cn',
  sp: 'cn',
  t: 't',
  tw: 'tw',
  twp: 'twp',
  hk: 'hk',
  hkp: 'hkp',
  jp: 'jp',
}
const converters = new Map<string, (text: string) => string>()

/** For run-script.mjs of ../shared/eval/suites: the converter that search keys use, for every pair of variants. */
export function convert(text: string, config: string): string | undefined {
  const [from, to] = config.split('2')
  // OpenCC marks phrase conversion at the end of the whole name: tw2sp reads Taiwan's phrases
  const isPhrases = to === 'sp'
  const source = VARIANTS[isPhrases ? `${from}p` : (from ?? '')]
  const target = VARIANTS[to ?? '']
  if (!source || !target) return undefined
  const known = converters.get(config) ?? Converter({ from: source, to: target })
  converters.set(config, known)
  return known(text)
}
