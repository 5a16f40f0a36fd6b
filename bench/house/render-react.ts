import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { BenchBoard } from './board.tsx'

// Bundled with React's JSX runtime in the place of ours: what BenchBoard gives there is an element of React.
const Component = BenchBoard as unknown as () => null

export const render = (): string => renderToString(createElement(Component))
