import { pupilText, type ReadySet, readySets } from './pupils/pupil-text.ts'
import { pupilLanguages, type Question, type QuestionKind } from './round.ts'

interface Wish {
  readonly kind: 'questions' | 'arena'
  readonly set: ReadySet | 'own'
  /** For the youngest: faces in place of four steps. */
  readonly young: string | undefined
  readonly own: readonly string[]
  readonly ownWords: string
}

/** The lines of what was typed, without empty ones and repeats, none longer than 200. */
export function linesOf(typed: string): readonly string[] {
  const lines = typed.split('\n').map((line) => line.trim().slice(0, 200).toWellFormed())
  return [...new Set(lines.filter((line) => line !== ''))]
}

/** The questions of a round: those of the ready set in all its languages, then the school's own. */
export function questionsFor({ kind, set, young, own, ownWords }: Wish): readonly Question[] {
  const steps: QuestionKind = young === undefined ? 'scale' : 'faces'
  const ready = readySets.find((each) => each === set)
  const ours = ready === undefined ? [] : setIn(ready, steps)
  const theirs = own.map((text): Question => ({ kind: kind === 'arena' ? 'words' : steps, words: { own: text } }))
  const open: readonly Question[] = ownWords === '' ? [] : [{ kind: 'words', words: { own: ownWords } }]
  return [...ours, ...theirs, ...open]
}

function setIn(set: ReadySet, steps: QuestionKind): readonly Question[] {
  return ([0, 1, 2, 3] as const).map((place) => ({
    kind: place === 3 ? 'words' : steps,
    words: Object.fromEntries(pupilLanguages.map((language) => [language, pupilText(language).sets[set][place]])),
  }))
}
