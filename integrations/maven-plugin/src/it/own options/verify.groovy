def log = new File(basedir, 'build.log').getText('UTF-8')
def builds = log.split('(?=\\[INFO\\] Scanning for projects)').findAll { it.contains('Scanning for projects') }
assert builds.size() == 4

[builds[0], builds[1], builds[3]].each {
    assert it =~ /argLine = "-javaagent:.* .*" -Dkept=yes/
    assert it =~ /OK: 2 rules hold/
    assert it =~ / 3 .*com.acme.Inside.twice/
    assert !it.contains('com.acme.LeftAlone.twice')
}
assert builds[1].contains('com.acme.ThirdIT.has_all_options')
assert !builds[3].contains('com.acme.ThirdIT.has_all_options')
assert builds[2] =~ /:(report|check) .*: the tests that .*failsafe-reports reports ran without jprof's agent/

def directory = new File(basedir, 'target/%p jprof')
assert directory.list().findAll { it ==~ /fork-\d+\.json/ }.size() == 3
def run = new File(directory, 'run.json').getText('UTF-8')
assert run.contains('com/acme/Inside') || run.contains('com.acme.Inside')
assert !run.contains('LeftAlone')
assert run.contains('"cpu"')
assert new File(directory, 'report.html').getText('UTF-8').contains('<title>')
