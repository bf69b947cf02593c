import { describe, expect, it } from 'vitest'
import { concluded, freshComponents } from './support/vendors.ts'

const [component] = freshComponents()
const { purl: _, parsed: __, cpe: ___, ...item } = component!.item

function maker(name: string, said: Readonly<Record<string, unknown>>) {
  return concluded([{ ...component!, item: { ...item, id: name, ref: name, name, said } }])[0]!.maker?.id
}
const linked = (url: string, kind: 'vcs' | 'website') => maker('foo', { links: [{ kind, url: `https://${url}` }] })

describe('who hosts', () => {
  it.each([
    'gitlab.opencode.de/musterstadt/foo',
    'opencode.de/de/software/foo',
    'codeberg.org/alice/foo',
    'gitlab.gnome.org/alice/foo',
    'invent.kde.org/alice/foo',
    'gitlab.freedesktop.org/alice/foo',
    'opendev.org/x/foo',
    'www.drupal.org/project/foo',
    'de.wordpress.org/plugins/foo',
    'plugins.svn.wordpress.org/foo',
    'code.europa.eu/alice/foo',
    'joinup.ec.europa.eu/collection/foo',
    'src.fedoraproject.org/rpms/foo',
    'git.kernel.org/pub/scm/utils/foo',
    'savannah.nongnu.org/projects/foo',
    'gitlab.lrz.de/alice/foo',
    'apps.nextcloud.com/apps/foo',
    'www.microsoft.com/store/apps/foo',
    'marketplace.visualstudio.com/items?itemName=a.foo',
    'plugins.qgis.org/plugins/foo',
    'grafana.com/grafana/plugins/foo',
    'moodle.org/plugins/foo',
    'cran.r-project.org/package=foo',
    'cocoapods.org/pods/foo',
    'aur.archlinux.org/packages/foo',
    'tracker.debian.org/pkg/foo',
    'gitlab.com/alice/foo',
    'huggingface.co/alice/foo',
    'foo.atlassian.net/wiki',
    'foo.azurewebsites.net',
  ])('is not the maker: %s', (url) => {
    expect([linked(url, 'vcs'), linked(url, 'website')]).toEqual([undefined, undefined])
  })

  it('is the maker of what lies in a place of its own there', () => {
    expect(linked('gitlab.gnome.org/GNOME/foo.git', 'vcs')).toBe('gnome')
    expect(linked('codeberg.org/forgejo/foo', 'vcs')).toBe('codeberg')
    expect(linked('opendev.org/openstack/foo', 'vcs')).toBe('openinfra')
    expect(linked('gitlab.opencode.de/bmi/foo', 'vcs')).toBe('bmi')
    expect(linked('www.drupal.org/project/drupal', 'website')).toBe('drupal')
    expect(linked('grafana.com/oss/foo', 'website')).toBe('grafana')
  })
})

describe('an operating system', () => {
  it.each([
    ['debian', 'debian'],
    ['alpine', 'alpine'],
    ['redhat', 'red-hat'],
    ['rhel', 'red-hat'],
    ['sles', 'suse'],
    ['opensuse.leap', 'opensuse'],
    ['rocky', 'rocky'],
    ['amazon', 'aws'],
    ['oracle', 'oracle'],
    ['photon', 'vmware'],
    ['wolfi', 'chainguard'],
    ['windows', 'microsoft'],
  ])('is known by what it calls itself: %s', (name, id) => {
    expect(maker(name, { type: 'operating-system' })).toBe(id)
  })

  it('is not meant by the same word elsewhere', () => {
    for (const name of ['oracle', 'rocky', 'photon', 'windows']) expect(maker(name, { type: 'library' }), name).toBeUndefined()
  })
})
