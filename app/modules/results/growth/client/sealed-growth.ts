/// <reference lib="webworker" />
import type { DelimitedTable } from '@kantelpunt/delimited-text'
import { caterpillarSvg } from '@kantelpunt/mixed-models'
import { numberWords } from '../../number-words.ts'
import { analyseGrowth } from '../analyse-growth.ts'
import { expectedAchievedSvg } from '../expected-achieved.ts'
import { guessColumns } from '../guess-columns.ts'
import type { Answer, Question } from '../messages.ts'
import { personalColumns } from '../personal-columns.ts'
import { readPupilFile, sizeStop } from '../pupil-file.ts'
import { growthText } from '../text.ts'

/*
 * The worker in which the rows of pupils are. It is sealed: the server sends this script with a policy under which the
 * browser refuses it every connection. A row never goes to the page either.
 */

// In a worker this is what `self` is; the DOM's types say otherwise.
const worker = self as unknown as DedicatedWorkerGlobalScope
const say = (answer: Answer) => worker.postMessage(answer)

let table: DelimitedTable | undefined

worker.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  // What is thrown here must reach the page as an error: a rejected promise would not.
  const fail = (error: unknown) =>
    setTimeout(() => {
      throw error
    })
  if (data.kind === 'read') read(data).catch(fail)
  else fit(data)
})

async function read({ file, sheet }: Question & { kind: 'read' }): Promise<void> {
  table = undefined
  const tooLarge = sizeStop(file.name, file.size)
  if (tooLarge !== undefined) return say({ kind: 'stop', stop: tooLarge })
  say({ kind: 'stage', stage: 'reading' })
  const found = await readPupilFile(new Uint8Array(await file.arrayBuffer()), sheet)
  if (!found.ok) return say({ kind: 'stop', stop: found })
  say({ kind: 'stage', stage: 'checking' })
  const columns = personalColumns(found.table)
  if (columns.length > 0) return say({ kind: 'personal', columns })
  table = found.table
  const { header, rowCount } = found.table
  say({ kind: 'read', header, rows: rowCount, sheets: found.sheets, sheet: found.sheet, guess: guessColumns(header) })
}

function fit({ columns, locale }: Question & { kind: 'fit' }): void {
  if (table === undefined) return
  say({ kind: 'stage', stage: 'fitting' })
  const answer = analyseGrowth(table, columns)
  if (!answer.ok) {
    say({ kind: 'stop', stop: answer })
    return
  }
  say({ kind: 'stage', stage: 'drawing' })
  const { growth, pupils, missingRows, spread } = answer
  const words = growthText(locale)
  const caterpillar = caterpillarSvg(growth, { language: locale })
  const expectedAchieved = expectedAchievedSvg(
    growth,
    {
      title: words.expectedAchieved,
      summary: words.pictureSummary(numberWords(locale, growth.schools.length)),
      expected: words.head.expected,
      achieved: words.head.achieved,
      asExpected: words.asExpected,
    },
    locale,
  )
  say({
    kind: 'fitted',
    schools: growth.schools,
    counts: growth.counts,
    pupils,
    missingRows,
    spread,
    caterpillar,
    expectedAchieved,
  })
}
