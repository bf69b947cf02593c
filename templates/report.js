'use strict'
{
  const live = document.getElementById('live')
  const filter = document.getElementById('filter')
  const collate = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare
  const order = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : collate(a, b))
  const keyOf = ({ dataset, textContent }) => (dataset.v === undefined ? textContent : Number(dataset.v))

  const sortable = (table, head, index) => {
    const name = head.firstChild?.textContent ?? ''
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending'
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
      const rows = Array.from(table.tBodies[0].rows, (row) => ({ row, key: keyOf(row.cells[index]) }))
      rows.sort((a, b) => (down ? order(b.key, a.key) : order(a.key, b.key)))
      table.tBodies[0].append(...rows.map(({ row }) => row))
      live.textContent = live.dataset[down ? 'down' : 'up'].replace('{column}', () => name)
    })
  }

  const filterable = (table) => {
    const tools = filter.content.cloneNode(true)
    const input = tools.querySelector('input')
    const output = tools.querySelector('output')
    input.setAttribute('aria-controls', table.id)
    input.addEventListener('input', () => {
      const wanted = input.value.trim().toLowerCase()
      const rows = Array.from(table.tBodies[0].rows)
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted)
      const shown = rows.filter((row) => !row.hidden).length
      output.textContent = output.dataset.count.replace('{shown}', shown).replace('{all}', rows.length)
    })
    table.parentNode.before(tools)
  }

  for (const table of document.querySelectorAll('table[data-sort]')) {
    Array.from(table.tHead.rows[0].cells).forEach((head, index) => sortable(table, head, index))
    filterable(table)
  }

  // a stop for the keyboard and a landmark only where there is something to scroll
  const reachable = (region) => {
    const named = { role: 'region', tabindex: '0', 'aria-labelledby': region.querySelector('caption')?.id }
    const scrolls = region.scrollWidth > region.clientWidth
    for (const [name, value] of Object.entries(named)) scrolls ? region.setAttribute(name, value) : region.removeAttribute(name)
  }
  const resized = new ResizeObserver((entries) => new Set(entries.map(({ target }) => target.closest('.region'))).forEach(reachable))
  for (const table of document.querySelectorAll('.region > table')) {
    reachable(table.parentNode)
    resized.observe(table)
    resized.observe(table.parentNode)
  }

  let opened = []
  addEventListener('beforeprint', () => {
    opened = Array.from(document.querySelectorAll('details:not([open])'))
    for (const details of opened) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false
  })
}
