import { expect, it } from 'vitest'
import { Card, Tick } from '../index.ts'
import { FortyPage } from './forty-page.tsx'

it('a card with its tick stays under 400 bytes beside what people wrote', () => {
  const words = 'Actie: kijken bij een collega en samen terugpraten'
  const op = '01930e2a-6f1c-7000-8000-000000000000'
  const { text } = Card({
    id: `action-${op}`,
    shape: 'item',
    tone: 'late',
    children: [Tick({ form: 'tick', name: 'done', value: op, label: `Klaar: ${words}` }), words],
  })
  expect(text.length).toBeLessThanOrEqual(400)
})

it('a board of forty long cards stays lean', () => {
  const { text } = FortyPage({ locale: 'nl' })
  expect(text.match(/<article /g)).toHaveLength(40)
  expect(Buffer.byteLength(text) / 40).toBeLessThanOrEqual(400)
})
