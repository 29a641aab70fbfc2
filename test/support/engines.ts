// `npm run test:engines`: the built badge in whichever of Firefox and WebKitGTK is installed, beside the Chromium of
// the other tests. Not part of `npm test`: few machines have them. Exits 1 when one that is there shows it wrongly.
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeBadgeService, makeStates } from './badge-service.ts'
import { badgeTag, html, openHost, script } from './host-page.ts'
import { issuer } from './mint.ts'
import { endAll, firefox, webkit } from './webdriver.ts'

const service = await makeBadgeService()
const states = await makeStates(service)
const host = await openHost()
const link = 'https://lssc.example/c/7K3M-9QXD-TAMY'

/** Pages and the script; and the issuer's answers, to where the page's own `fetch` sends what is meant for it. */
const server = createServer(async (request, response) => {
  const path = request.url ?? ''
  if (path.endsWith('.js')) response.writeHead(200, { 'content-type': 'text/javascript' }).end(host.script)
  else if (path.startsWith('/issuer')) {
    const reply = await service.reply(issuer.origin + path.slice('/issuer'.length))
    response.writeHead(reply?.status ?? 404, reply?.headers).end(reply?.body)
  } else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(path))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

function page(path: string): string {
  const there = path === '/down' ? 'http://127.0.0.1:9' : `${origin}/issuer`
  const old = 'CSS.supports = () => false'
  const sent = `const real = fetch; window.fetch = (url, more) => real(url.replace('${issuer.origin}', '${there}'), more)`
  const badges = Object.values(states).map((given) =>
    badgeTag(
      Object.entries(given)
        .map(([name, value]) => `${name}="${value}"`)
        .join(' '),
      link,
    ),
  )
  return html(`<script>${path === '/old' ? old : sent}</script>${badges.join('')}${script}`)
}

const SEEN = `new Promise((resolve) => {
  const began = performance.now()
  const look = () => {
    const badges = [...document.querySelectorAll('lssc-badge')]
    const busy = badges.some((one) => [null, 'checking'].includes(one.getAttribute('state')))
    if (busy && performance.now() - began < (customElements.get('lssc-badge') ? 8500 : 500)) return setTimeout(look, 50)
    resolve(JSON.stringify(badges.map((one) => {
      const headline = one.shadowRoot?.querySelector('.headline')
      const green = headline ? getComputedStyle(headline).color === 'rgb(23, 101, 74)' : false
      const state = one.getAttribute('state')
      const a = one.querySelector('a').getBoundingClientRect().height > 0
      return [state && one.matches(':state(' + state + ')') ? state : 'none', green && 'green', a && 'link'].filter(Boolean).join(' ')
    })))
  }
  look()
})`

const found = Object.keys(states).map((name) =>
  name === 'valid' || name === 'provisional' ? 'valid green' : name,
)
// What can be judged without asking anyone is judged.
const down = found.map((state) => (/malformed|unknown-key/.test(state) ? state : 'unreachable link'))
const expected = { '/': found, '/down': down, '/old': found.map(() => 'none link') }

const engines = [
  ['Firefox', ['/usr/bin/firefox', '/usr/bin/firefox-esr'], firefox],
  ['WebKitGTK', ['/usr/bin/WebKitWebDriver'], webkit],
] as const
let wrong = 0
for (const [name, paths, begin] of engines) {
  const path = paths.find((one) => existsSync(one))
  if (!path) {
    console.log(`${name}: not on this machine, so nothing was tried.`)
    continue
  }
  try {
    const engine = await begin(path)
    for (const [where, wanted] of Object.entries(expected)) {
      await engine.open(origin + where)
      const seen: string[] = JSON.parse(await engine.evaluate(SEEN))
      const odd = seen.flatMap((one, i) => (one === wanted[i] ? [] : [`${wanted[i]} came to ${one}`]))
      wrong += odd.length
      console.log(
        `${name} ${engine.version}, ${where}: ${odd.length === 0 ? `${seen.length} as documented` : odd.join(' · ')}`,
      )
    }
    await engine.close()
  } catch (error) {
    wrong++
    console.log(`${name}: ${error}`)
  }
}
await endAll()
server.close()
host.close()
process.exit(wrong > 0 ? 1 : 0)
