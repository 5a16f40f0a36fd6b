import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seededRandom } from '../demo/random.ts'
import { wordChanges } from './word-changes.ts'

const text = fc
  .array(fc.constantFrom('de', 'les', 'over', 'breuken', ' ', '\n', '  '), { maxLength: 14 })
  .map((words) => words.join(''))

it('is the first text without what is new, and the second without what is gone', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordChanges(before, after)
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('')
      expect(without('new')).toBe(before)
      expect(without('gone')).toBe(after)
      if (before === after) expect(parts.every((part) => part.kind === 'same')).toBe(true)
    }),
  )
})

it('marks the words that changed and no others', () => {
  expect(wordChanges('Ze delen een pizza in vieren.', 'Ze delen twee repen in vieren.')).toEqual([
    { kind: 'same', text: 'Ze delen ' },
    { kind: 'gone', text: 'een pizza ' },
    { kind: 'new', text: 'twee repen ' },
    { kind: 'same', text: 'in vieren.' },
  ])
})

it('keeps as many words as there can be kept', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const words = (of: string) => of.split(/\s+/).filter((word) => word !== '')
      const kept = wordChanges(before, after)
        .filter(({ kind }) => kind === 'same')
        .flatMap((part) => words(part.text)).length
      expect(kept).toBe(mostInCommon(words(before), words(after)))
    }),
  )
})

/** By trying every choice. */
function mostInCommon(a: readonly string[], b: readonly string[]): number {
  const [word, ...rest] = a
  if (word === undefined) return 0
  const at = b.indexOf(word)
  const without = mostInCommon(rest, b)
  return at < 0 ? without : Math.max(without, 1 + mostInCommon(rest, b.slice(at + 1)))
}

it('compares where much changed by lines, and very much as a whole', () => {
  const line = (word: string) => `${word} `.repeat(400).trim()
  const kinds = (before: string, after: string) => wordChanges(before, after).map(({ kind }) => kind)
  expect(kinds(`kop\n${line('a')}\nstaart`, `kop\n${line('b')}\nstaart`)).toEqual(['same', 'gone', 'new', 'same'])
  expect(kinds(line('a'), line('b'))).toEqual(['gone', 'new'])
  const lines = (word: string) => Array.from({ length: 800 }, (_, i) => `${word}${i} `.repeat(3)).join('\n')
  expect(kinds(lines('a'), lines('b'))).toEqual(['gone', 'new'])
})

it('takes little time, whatever it is given', () => {
  const random = seededRandom(7)
  const long = (words: number, kinds: number) =>
    Array.from({ length: words }, () => `w${Math.floor(random() * kinds)}`).join(' ')
  const timeOf = (words: number) => {
    const started = performance.now()
    for (const kinds of [2, 5, 50, 5000]) wordChanges(long(words, kinds), long(words, kinds))
    return (performance.now() - started) / 4
  }
  const [usual, huge] = [timeOf(1500), timeOf(20_000)]
  process.stdout.write(
    `two texts that have nothing in common, of 1,500 words: ${usual.toFixed(0)} ms, of 20,000: ${huge.toFixed(0)} ms\n`,
  )
  expect(usual).toBeLessThan(30)
  expect(huge).toBeLessThan(400)
})
