import type { Language } from '../language.ts'
import type { PoolNote, PoolProblem } from './problem.ts'
import { en } from './text.en.ts'
import { nl, type PoolText } from './text.nl.ts'

const texts: Readonly<Record<Language, PoolText>> = { nl, en }

/** What the files and lists are called in front of a person; their kind where left out. */
export type FileNames = Partial<Readonly<Record<PoolProblem['file'], string>>>

/** One or two plain sentences: where it is, what is wrong, what to do. */
export function describeProblem(problem: PoolProblem, language: Language, names: FileNames = {}): string {
  const text = texts[language]
  const file = names[problem.file] ?? (problem.file === 'options' ? text.options : problem.file)
  const line = problem.line === undefined ? '' : `, ${text.line} ${problem.line}`
  const column = problem.column === undefined ? '' : `, ${text.column} ${problem.column}`
  // The sentence is the one of this problem's own reason, so it takes this problem.
  const sentence = text.problems[problem.reason] as (problem: PoolProblem) => string
  return `${file}${line}${column}: ${sentence(problem)}`
}

/** One plain sentence on what was done to read the files. */
export function describeNote(note: PoolNote, language: Language): string {
  // As above: the sentence is the one of this note's own kind.
  const sentence = texts[language].notes[note.kind] as (note: PoolNote) => string
  return sentence(note)
}
