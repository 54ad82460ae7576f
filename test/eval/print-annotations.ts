// `node bin/run.mjs test/eval/print-annotations.ts --from DIR FILE…`: prints the annotations of each file's text that writeGold
// wrote into DIR as if they were what `redline extract --json` found, so that the scorers can compare two annotators.
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type GoldDocument, type GoldFigure, readGold } from './annotations.ts'

/** A document as `redline extract --json` prints it; of the accepted names the first one. */
export function toRecord({ lang, text, figures, keySentences }: GoldDocument) {
  return {
    lang,
    text,
    figures: figures.map((figure) => toFigure(figure, text)),
    claims: keySentences.map((exact) => ({ quote: { exact } })),
  }
}

function toFigure(
  { text: asWritten, context, subject, metric, speaker, max, ...rest }: GoldFigure,
  text: string,
) {
  const start = text.indexOf(context) + context.indexOf(asWritten)
  return {
    asWritten,
    start,
    end: start + asWritten.length,
    value: rest.value,
    maxValue: max,
    unit: rest.unit,
    qualifier: rest.qualifier,
    ...(subject[0] === undefined ? {} : { subject: subject[0] }),
    ...(metric === '' ? {} : { metric }),
    ...(speaker[0] === undefined ? {} : { speaker: speaker[0] }),
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ options: { from: { type: 'string' } }, allowPositionals: true })
  const documents = new Map(readGold(values.from).map((document) => [document.name, document]))
  for (const file of positionals) {
    const document = documents.get(basename(file, '.txt'))
    if (!document) throw new Error(`${values.from}: no annotation of ${file}; write one there with writeGold`)
    console.log(JSON.stringify(toRecord(document)))
  }
}
