import fc from 'fast-check'
import { expect, it } from 'vitest'
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

it('compares a very long text as a whole', () => {
  const long = 'a '.repeat(2000)
  expect(wordChanges(long, 'kort').map((part) => part.kind)).toEqual(['gone', 'new'])
})
