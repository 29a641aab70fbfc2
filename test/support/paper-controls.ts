// The controls of the certificate on paper, what stands there when each is switched off, and the test that goes red.
import { type Control, within } from './controls.ts'

const paper = within('paper')
const SERVICE = 'services/prepare-paper.ts'

export const paperControls: Control[] = [
  paper(
    'no paper of what does not stand',
    SERVICE,
    "    case 'expired':\n",
    "    case 'expired':\n    case 'suspended':\n    case 'revoked':\n",
  ),
  paper(
    'a private record is said to be private',
    'services/look-up.ts',
    "    case 'not-found':\n",
    "    case 'not-found':\n    case 'withheld':\n",
  ),
  paper('no file in it unasked', SERVICE, ' && withToken', ''),
  paper(
    'never kept by a cache',
    'http/headers.ts',
    "const STRICTEST = {\n  'Cache-Control': 'no-store',",
    "const STRICTEST = {\n  'Cache-Control': 'public, max-age=60',",
  ),
]
