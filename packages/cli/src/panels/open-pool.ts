import type { PoolNote, ReadPool } from '@kantelpunt/sortition'
import type { Outcome, Shell } from '../command.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'
import type { PoolAsked } from './pool-options.ts'

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

export type OpenedPool = Extract<ReadPool, { readonly ok: true }> & {
  /** What was done to read the files, in sentences. */
  readonly said: readonly string[]
}

/**
 * Reads quotas and pool as the options say. Everything that is wrong with them comes back as one message with a line for each
 * problem, and as values; what was done to read them is told on standard error.
 */
export async function openPool(asked: PoolAsked, seats: number, shell: Shell): Promise<OpenedPool | BadInput> {
  const { describeNote, describeProblem, readPool } = await import('@kantelpunt/sortition')
  const quotas = await readWhole(asked.quotas)
  const pool = await readWhole(asked.pool)
  const selected = await readIds(asked.selected)
  const excluded = await readIds(asked.excluded)
  // Of several files that can't be opened, all are told.
  const unread = [quotas, pool, selected, excluded].flatMap((each) => ('kind' in each ? [each.message] : []))
  if ('kind' in quotas || 'kind' in pool || 'kind' in selected || 'kind' in excluded) return badInput(unread.join('\n'))
  const { id, onePer, atMostPer, language } = asked
  const read = readPool({ quotas, pool, seats, id, onePer, atMostPer, selected, excluded })
  const names = {
    quotas: asked.quotas,
    pool: asked.pool,
    selected: listName('selected', asked.selected),
    excluded: listName('excluded', asked.excluded),
  }
  if (!read.ok) {
    const problems = read.problems.map((problem) => ({
      ...problem,
      file: problem.file === 'options' ? 'options' : names[problem.file],
      message: describeProblem(problem, language, names),
    }))
    return { ...badInput(problems.map(({ message }) => message).join('\n')), answer: { problems } }
  }
  const said = read.notes.map((note: PoolNote) => describeNote(note, language))
  for (const sentence of said) shell.progress.write(`${sentence}\n`)
  return { ...read, said }
}

/** A file of JSON, such as the result of an earlier command; no JSON is bad input. */
export async function readJson(path: string): Promise<{ readonly value: unknown } | BadInput> {
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes)) }
  } catch {
    return badInput(`${path}: this is no JSON.`)
  }
}

/** The ids of `a,b`, or of a file `@ids.txt` with one a line. */
async function readIds(text: PoolAsked['selected']): Promise<readonly string[] | BadInput> {
  if (typeof text !== 'string') return text ?? []
  if (!text.startsWith('@')) return text.split(',')
  const bytes = await readWhole(text.slice(1))
  return 'kind' in bytes ? bytes : new TextDecoder().decode(bytes).split(/\r\n|\r|\n/)
}

function listName(option: string, text: PoolAsked['selected']): string {
  return typeof text === 'string' && text.startsWith('@') ? text.slice(1) : `--${option}`
}
