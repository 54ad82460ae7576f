/**
 * Whether the source broke its lines at a column (mail, html2text, arXiv abstracts): then hardly any line that could have
 * been broken is longer. Otherwise each line is a paragraph of its own, as in copies from the web.
 */
export function isHardWrapped(lines: string[]): boolean {
  const long = lines.filter((line) => line.length > 40 && /\s/.test(line.trim()))
  const unbroken = long.filter(
    (line) => line.length > 110 && /^.{1,90}\s/.test(line) && !/\]\(|https?:/.test(line),
  )
  const breaks = lines.filter((line, i) => couldBeBreak(line, lines[i + 1] ?? ''))
  return breaks.length > 0 && unbroken.length <= long.length * 0.05
}

/**
 * Whether `next` goes on where `line` was broken: its first word would not have fitted any more. A long run of Chinese never
 * fits, so there the end of the line must show that something was cut: a Latin word, a comma, or a speaker's name in bold.
 */
export function continuesLine(line: string, next: string): boolean {
  if (!couldBeBreak(line, next)) return false
  return (
    !/^\S{20}/.test(next.trim()) ||
    /[A-Za-z0-9,，、;；)）%]\s*$/.test(line) ||
    /^\s*\*\*[^*]+[:：]\*\*\s*$/.test(line)
  )
}

const couldBeBreak = (line: string, next: string) =>
  line.trim() !== '' &&
  next.trim() !== '' &&
  line.length <= 110 &&
  line.length + 1 + firstWord(next).length > 68

const firstWord = (line: string) => /^\s*(\S*)/.exec(line)?.[1] ?? ''

/** Joined as they were before the break: Chinese characters meet without a space. */
export function joinLines(lines: string[]): string {
  return lines.reduce((text, line) => text + (isHan(text.at(-1)) && isHan(line[0]) ? '' : ' ') + line)
}

const isHan = (char: string | undefined) =>
  char !== undefined && /[\p{Script=Han}，。、；：！？“”「」（）《》]/u.test(char)
