import { expect, test } from 'vitest'
import { placeName } from './place-names.ts'

test.each([
  ['GRONINGEN', 'Groningen'],
  ["'S-GRAVENHAGE", "'s-Gravenhage"],
  ['S GRAVENHAGE', "'s-Gravenhage"],
  ["'S GRAVENMOER", "'s Gravenmoer"],
  ["'T ZAND NH", "'t Zand NH"],
  ["STAD AAN 'T HARINGVLIET", "Stad aan 't Haringvliet"],
  ['ALPHEN AAN DEN RIJN', 'Alphen aan den Rijn'],
  ['DEN HELDER', 'Den Helder'],
  ['DE BILT', 'De Bilt'],
  ['IJSSELSTEIN', 'IJsselstein'],
  ['CAPELLE AAN DEN IJSSEL', 'Capelle aan den IJssel'],
  ['BERGEN NH', 'Bergen NH'],
  ['AFFERDEN L', 'Afferden L'],
  ['2E EXLOERMOND', '2e Exloermond'],
  ['ST.-ANNAPAROCHIE', 'St.-Annaparochie'],
  ['ALTEVEER GEM NOORDENVELD', 'Alteveer gem Noordenveld'],
  ['NUENEN CA', 'Nuenen ca'],
  ['SUDWEST-FRYSLAN', 'Súdwest-Fryslân'],
  ['ETTEN-LEUR', 'Etten-Leur'],
  ['Wijk aan Zee', 'Wijk aan Zee'],
])('%s is written %s', (capitals, name) => {
  expect(placeName(capitals)).toBe(name)
})
