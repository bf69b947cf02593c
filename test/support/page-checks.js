// Runs in the page; its value is a list of what is wrong. What axe-core does not notice is held here.
;(() => {
  const found = []
  const say = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 120)}`)
  const all = (selector) => Array.from(document.querySelectorAll(selector))

  for (const head of all('th')) {
    const wanted = head.closest('thead') === null ? 'row' : 'col'
    if (head.getAttribute('scope') !== wanted) say(`th without scope=${wanted}`, head)
  }

  for (const table of all('table')) {
    const caption = table.querySelector('caption')
    if (caption === null || caption.textContent.trim() === '') say('table without caption', table)
    const region = table.parentElement
    const reachable = region.getAttribute('role') === 'region' && region.getAttribute('tabindex') === '0'
    const named = reachable && region.getAttribute('aria-labelledby') === caption?.id
    if (!region.matches('.region') || (region.scrollWidth > region.clientWidth && !named)) say('table outside a named scroll region', table)
    if (region.scrollWidth <= region.clientWidth && region.hasAttribute('tabindex')) say('stop where nothing scrolls', table)
    const width = table.querySelectorAll('thead th').length
    for (const row of table.tBodies[0].rows) if (row.cells.length !== width) say('row of another width', row)
  }

  let level = 0
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.tagName.slice(1))
    if (next > level + 1) say(`h${next} after h${level}`, heading)
    level = next
  }
  if (all('h1').length !== 1) found.push('not exactly one h1')

  for (const link of all('a'))
    if (/^(hier|here|mehr|more|link|)$/i.test(link.textContent.trim())) say('link that does not say where to', link)

  for (const chart of all('svg[role=img]')) {
    const [title, desc] = (chart.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
    if (!title || !/\d/.test(desc ?? '')) say('picture without title and values', chart)
    if (!chart.closest('figure')?.querySelector('table')) say('picture without its table', chart)
    for (const text of chart.querySelectorAll('text')) if (parseFloat(getComputedStyle(text).fontSize) < 12) say('text below 12 px', text)
  }

  for (const target of all('button, input, summary, nav a, td a, tbody th > a')) {
    const { height, width } = target.getBoundingClientRect()
    if (width > 0 && height > 0 && height < 24) say(`target of ${height} px`, target)
  }

  for (const step of all('.scale li[aria-current]')) if (!step.querySelector('em')?.textContent) say('meaning by colour alone', step)
  return found
})()
