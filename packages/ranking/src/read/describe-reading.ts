import type { Language } from '../language.ts'
import type { ReadNote, ReadProblem } from './problem.ts'
import { en } from './text.en.ts'
import { nl, type ReadText } from './text.nl.ts'

const texts: Readonly<Record<Language, ReadText>> = { nl, en }

/** One or two plain sentences: where it is, what is wrong, what to do. `file` is what the file is called in front of a person. */
export function describeReadProblem(problem: ReadProblem, language: Language, file: string): string {
  const text = texts[language]
  const line = problem.line === undefined ? '' : `, ${text.line} ${problem.line}`
  const column = problem.column === undefined ? '' : `, ${text.column} ${problem.column}`
  // The sentence is the one of this problem's own reason, so it takes this problem.
  const sentence = text.problems[problem.reason] as (problem: ReadProblem) => string
  return `${file}${line}${column}: ${sentence(problem)}`
}

/** One plain sentence on what was done to read the votes. */
export function describeReadNote(note: ReadNote, language: Language): string {
  // As above: the sentence is the one of this note's own kind.
  const sentence = texts[language].notes[note.kind] as (note: ReadNote) => string
  return sentence(note)
}
