import type { Command } from 'commander'

/** A command of the list: `summary` is its line in `redline --help`; `file` is the module that registers it. */
export interface CommandEntry {
  name: string
  group: string
  summary: string
  file: string
}

/** What a command's module exports. */
export interface CommandModule {
  register: (program: Command) => void
}

const list = (group: string, entries: [name: string, summary: string, file?: string][]): CommandEntry[] =>
  entries.map(([name, summary, file = name]) => ({ name, group, summary, file: `./${file}.ts` }))

/** Every command, in the order of the help. A module is loaded when its command is called, so that help is quick. */
export const COMMANDS: CommandEntry[] = [
  ...list('First steps:', [
    ['start', 'try everything on the bundled sample press, ending with the site served'],
    ['sample', 'serve the sample press as a live press would'],
    ['doctor', 'check this machine and say what to do about what is amiss'],
  ]),
  ...list('Collecting and publishing:', [
    ['run', 'collect, link, publish and index once, or on a schedule with --watch'],
    ['collect', 'fetch sources politely and turn what is new into articles'],
    ['import', 'take files, folders or addresses of your own'],
    ['link', 'join figures into findings and texts into stories'],
    ['aid', 'let a language model propose titles, summaries, claims and links'],
    ['index', 'fill the search index', 'index-records'],
    ['publish', 'build the site: three editions as static files'],
    ['digest', 'write the daily or weekly digest as mail, and send it where configured'],
    ['serve', 'serve the built site on loopback'],
  ]),
  ...list('Reading:', [
    ['search', 'search the records'],
    ['findings', 'list the figures that several texts state'],
    ['why', 'say why figures are one finding, or are not'],
    ['extract', 'print figures, claims and references of files; stores nothing'],
    ['sources', 'list and check sources'],
    ['status', 'sources, last run, alarms, counts and sizes'],
    ['mcp', 'serve the records to programs by the Model Context Protocol'],
  ]),
  ...list('Looking after records:', [
    ['config', 'print the configuration in force and where each value comes from'],
    ['verify', 'check every quote, hash, id, reference and link between records'],
    ['prune', 'remove cached bytes that no record needs'],
    ['archive', 'pack old years into one compressed file each'],
    ['export', 'write all records as JSON lines'],
    ['restore', 'read records from JSON lines that `export` wrote'],
    ['migrate', 'copy all records between files and PostgreSQL'],
    ['worker', 'work on the jobs of a shared queue'],
  ]),
]
