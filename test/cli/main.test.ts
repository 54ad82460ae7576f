import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { COMMANDS, type CommandModule } from '../../src/cli/commands.ts'

const CLI = resolve(import.meta.dirname, '../../src/cli')

function redline(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [join(CLI, 'main.ts'), ...args], (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

async function load(file: string): Promise<Command[]> {
  const program = new Command('redline')
  const { register } = (await import(join(CLI, file))) as CommandModule
  register(program)
  return [...program.commands]
}

/** A command's whole help, with its examples. */
function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({ writeOut: (part) => void (text += part) }).outputHelp()
  return text
}

describe('the command line', () => {
  it('lists every module that registers a command, and only those there are', () => {
    const modules = readdirSync(CLI).filter((name) =>
      /^export function register\(/m.test(readFileSync(join(CLI, name), 'utf8')),
    )
    expect(COMMANDS.map(({ file }) => file.slice(2)).sort()).toEqual(modules.sort())
  })

  it.each(['README.md', 'README.zh.md'])('is all in the table of %s', (file) => {
    const rows = readFileSync(resolve(CLI, '../..', file), 'utf8').match(/^\| `.*$/gm) ?? []
    const listed = rows.flatMap((row) => row.split('|')[1]!.match(/[a-z]+/g) ?? [])
    expect(COMMANDS.map(({ name }) => name).filter((name) => !listed.includes(name))).toEqual([])
  })

  it.each(COMMANDS)('$name registers itself with a description and an example', async ({ name, file }) => {
    const [command] = await load(file)
    expect(command?.name()).toBe(name)
    const leaves = command!.commands.length > 0 ? command!.commands : [command!]
    for (const leaf of leaves) {
      expect(leaf.description()).not.toBe('')
      expect(helpOf(leaf)).toMatch(/Examples?:\n {2}\S/)
    }
  })

  it('explains itself quickly and ends with 0', async () => {
    const { code, stdout } = await redline('--help')
    expect(code).toBe(0)
    const folded = stdout.replace(/\s+/g, ' ')
    for (const { name, summary } of COMMANDS) expect(folded).toContain(` ${name} ${summary} `)
    expect(stdout).toContain('Exit codes of every command: 0 all well')
  })

  it('ends with 2 for wrong usage, naming what is wrong', async () => {
    const [unknown, option, argument] = await Promise.all([
      redline('colect'),
      redline('publish', '--nope'),
      redline('serve', '--port', '99999'),
    ])
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining("unknown command 'colect'") })
    expect(option).toMatchObject({ code: 2, stderr: expect.stringContaining("unknown option '--nope'") })
    expect(argument).toMatchObject({ code: 2, stderr: expect.stringContaining('from 0 to 65535') })
  })
})
