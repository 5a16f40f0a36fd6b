import { expect, it } from 'vitest'
import { dutchStem } from './dutch-stem.ts'

it.each([
  ['fiets', 'fietsen', 'fietsje', 'fietsjes'],
  ['breuk', 'breuken', 'breukje'],
  ['huis', 'huizen', 'huisje'],
  ['boom', 'bomen', 'boompje'],
  ['brief', 'brieven', 'briefje'],
  ['bel', 'bellen', 'belletje'],
  ['leest', 'lezen', 'lees'],
  ['rekent', 'reken', 'rekenen'],
  ['verhaal', 'verhalen'],
  ['vulkaan', 'vulkanen'],
  ['wiel', 'wielen', 'wieltje'],
  ['tekst', 'teksten'],
])('%s and its forms meet', (word, ...forms) => {
  expect(forms.map(dutchStem)).toEqual(forms.map(() => dutchStem(word)))
})

it('keeps words that differ apart', () => {
  const words = [
    'fiets',
    'breuk',
    'rekenen',
    'lezen',
    'schrijven',
    'bank',
    'bron',
    'brug',
    'kaart',
    'karton',
    'water',
    'week',
  ]
  expect(new Set(words.map(dutchStem)).size).toBe(words.length)
})
