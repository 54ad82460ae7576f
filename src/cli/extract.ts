import type { Command } from 'commander'
import { loadExtraction } from './extraction-quick.ts'

/** `redline extract`: figures, claims, references and names of local files, stored nowhere, without network. */
export function register(program: Command): void {
  program
    .command('extract')
    .description('print the figures, claims, references and names of files; stores nothing')
    .argument('<files...>', 'text, Markdown, HTML, PDF or a feed entry')
    .option('--json', 'one JSON object a line for each file, in the order given')
    .addHelpText('after', '\nExample:\n  redline extract --json article.md page.html\n')
    .action(async (files: string[], { json }: { json?: boolean }) => {
      const { printFiles } = await loadExtraction()
      await printFiles(files, json ?? false)
    })
}
