/**
 * The badge as one small file: esbuild puts it together, and terser, which looks further, makes it as small as it
 * gets. Everything that is done to its parts on the way is here.
 */
import { readFileSync } from 'node:fs'
import { type BuildOptions, type Plugin, transform } from 'esbuild'
import { minify } from 'terser'

/** For esbuild, beside the options of every script. */
export const badgeOptions: BuildOptions = {
  // Terser names things; what esbuild has shortened already it would have to take as it is.
  minifyIdentifiers: false,
  plugins: [smallerStyles(), onlyWhatIsUsed(), withoutLitStyles()],
}

/**
 * Of Lit the badge uses the reactive element. Its templates would be kept only because loading them has an effect,
 * asking the page for a Trusted Types policy, which some pages forbid.
 */
function onlyWhatIsUsed(): Plugin {
  return {
    name: 'only-what-is-used',
    setup({ onResolve, resolve }) {
      onResolve(
        { filter: /^(?:lit|lit-html|lit-element|@lit)(?:\/|$)/ },
        async ({ path, kind, importer, resolveDir, pluginData }) => {
          if (pluginData === 'resolved') return
          const found = await resolve(path, { kind, importer, resolveDir, pluginData: 'resolved' })
          return { path: found.path, sideEffects: false }
        },
      )
    },
  }
}

/** The badge adopts its one sheet itself: what Lit does for browsers that could not is left out. */
function withoutLitStyles(): Plugin {
  return {
    name: 'without-lit-styles',
    setup({ onLoad }) {
      onLoad({ filter: /@lit[\\/]reactive-element[\\/]css-tag\.js$/ }, () => ({
        contents: `export const adoptStyles = () => {}, getCompatibleStyle = (style) => style
          export { adoptStyles as css, adoptStyles as unsafeCSS, adoptStyles as CSSResult }
          export const supportsAdoptingStyleSheets = true`,
      }))
    },
  }
}

/** The stylesheet stands in a template string, where the minifier does not look. */
function smallerStyles(): Plugin {
  return {
    name: 'smaller-styles',
    setup({ onLoad }) {
      onLoad({ filter: /\.styles\.ts$/ }, async ({ path }) => {
        const [before, css, after] = readFileSync(path, 'utf8').split(/(?<== `)|(?=`\n$)/)
        if (!css || !after) throw new Error(`${path} has no stylesheet in a template string`)
        const { code } = await transform(css, { loader: 'css', minify: true, charset: 'utf8' })
        return { contents: `${before}${code.trim()}${after}`, loader: 'ts' }
      })
    },
  }
}

/**
 * A page's optimizer may make the module a classic script, and join it with others: its names stay its own, and it
 * neither continues the statement before it nor makes what follows strict.
 * @returns the same script, smaller
 */
export async function smallest(script: string): Promise<string> {
  const { code } = await minify(script, {
    module: true,
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true, pure_getters: true, keep_fargs: false },
  })
  if (!code) throw new Error('Nothing is left of the badge.')
  return `;(()=>{${code}})();\n`
}
