// What docs/junit.md says, as it stands there, becomes the project: its dependency, its plugin and its test.
def root = new File(basedir, '../../../../..')
def document = new File(root, 'docs/junit.md').getText('UTF-8')
def blocks = { language -> document.split("```${language}\n").tail()*.split('```')*.head() }
def dependency = blocks('xml').find { it.contains('<artifactId>jprof-junit<') }
def plugin = blocks('xml').find { it.contains('<argLine>') }
def test = blocks('java').find { it.contains('class OrdersTest') }
assert dependency && plugin && test

def pom = new File(basedir, 'pom.xml')
def text = pom.getText('UTF-8')
['<!-- The dependency of docs/junit.md. -->': dependency, '<!-- The plugin of docs/junit.md. -->': plugin].each { mark, xml ->
    assert text.contains(mark)
    text = text.replace(mark, xml)
}
pom.setText(text, 'UTF-8')

def write = { path, content ->
    def file = new File(basedir, path)
    file.parentFile.mkdirs()
    file.setText(content, 'UTF-8')
}
write('src/test/java/com/acme/OrdersTest.java', test)
// It tests the shop of the other project.
def shop = new File(root, 'integrations/maven-plugin/src/it/guarded/src/main/java/com/acme')
shop.eachFile { write("src/main/java/com/acme/${it.name}", it.getText('UTF-8')) }

// The path that jprof agent-jar prints.
def jprof = new File(root, 'cli/target').listFiles().find { new File(it, 'bin/jprof').exists() }
def asked = [new File(jprof, 'bin/jprof').canonicalPath, 'agent-jar'].execute()
new File(basedir, 'test.properties').setText("jprof.agent=${asked.text.trim()}\n", 'UTF-8')
assert asked.waitFor() == 0
