import { commonRow } from './common-row.ts'

/** A part of two texts beside each other: in both, only in the first, or only in the second. */
export interface Part {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** So many words that went or came are looked for; where more did, line by line, and beyond that as a whole. */
const mostChanges = 300

/** What changed from the one text to the other, word by word: the longest common row of words stays. */
export function wordChanges(before: string, after: string): readonly Part[] {
  return (
    changesIn(wordsIn(before), wordsIn(after)) ?? changesIn(linesIn(before), linesIn(after)) ?? whole(before, after)
  )
}

const whole = (before: string, after: string) => joined([gone(before), fresh(after)])

function changesIn(a: readonly Word[], b: readonly Word[]): readonly Part[] | null {
  const common = commonRow(
    a.map(({ word }) => word),
    b.map(({ word }) => word),
    mostChanges,
  )
  if (common === null) return null
  const parts: Part[] = []
  const between = (words: readonly Word[], from: number, to: number) =>
    words
      .slice(from, to)
      .map(({ word, space }) => word + space)
      .join('')
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...common, [a.length, b.length] as const]) {
    parts.push(gone(between(a, i, nextI)), fresh(between(b, j, nextJ)))
    const [one, other] = [a[nextI], b[nextJ]]
    if (one !== undefined && other !== undefined) {
      parts.push({ kind: 'same', text: one.word })
      if (one.space === other.space) parts.push({ kind: 'same', text: one.space })
      else parts.push(gone(one.space), fresh(other.space))
    }
    i = nextI + 1
    j = nextJ + 1
  }
  return joined(parts)
}

const gone = (text: string): Part => ({ kind: 'gone', text })
const fresh = (text: string): Part => ({ kind: 'new', text })

interface Word {
  readonly word: string
  /** What stands behind it. */
  readonly space: string
}

function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(/(\S*)(\s*)/g)]
    .map(([, word = '', space = '']) => ({ word, space }))
    .filter(({ word, space }) => word + space !== '')
}

/** Lines as if each were one word. */
function linesIn(text: string): readonly Word[] {
  return [...text.matchAll(/([^\n]*)(\n*)/g)]
    .map(([, word = '', space = '']) => ({ word, space }))
    .filter(({ word, space }) => word + space !== '')
}

/** Neighbours of a kind as one; of what changed in one place first all that is gone, then all that is new. */
function joined(parts: readonly Part[]): readonly Part[] {
  const together: Part[] = []
  let [old, young] = ['', '']
  const close = (): void => {
    if (old !== '') together.push(gone(old))
    if (young !== '') together.push(fresh(young))
    old = ''
    young = ''
  }
  for (const { kind, text } of parts) {
    if (kind === 'gone') old += text
    if (kind === 'new') young += text
    if (kind !== 'same' || text === '') continue
    close()
    const last = together.at(-1)
    if (last?.kind === 'same') together[together.length - 1] = { kind, text: last.text + text }
    else together.push({ kind, text })
  }
  close()
  return together
}
