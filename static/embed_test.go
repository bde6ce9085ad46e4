package static

import (
	"bytes"
	"io/fs"
	"regexp"
	"testing"
)

// With or without the build tag there is a page, and every file that it names
// is there too.
func TestPageNamesOnlyFilesThatAreThere(t *testing.T) {
	page, built := Page()
	index, err := fs.ReadFile(page, "index.html")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`(?:src|href)="(assets/[^"]+)"`).FindAllSubmatch(index, -1)
	if built != (len(named) > 0) {
		t.Errorf("built is %v, but the page names %d assets", built, len(named))
	}
	for _, m := range named {
		if _, err := fs.Stat(page, string(m[1])); err != nil {
			t.Error(err)
		}
	}
}

// The policy forbids inline scripts and styles, so the page must have none; nor may it name another host.
func TestPageObeysItsPolicy(t *testing.T) {
	page, _ := Page()
	index, err := fs.ReadFile(page, "index.html")
	if err != nil {
		t.Fatal(err)
	}
	index = bytes.ReplaceAll(index, []byte("http://www.w3.org/2000/svg"), nil) // a name, not an address
	forbidden := regexp.MustCompile(`(?i)<style|<script[^>]*>[^<]|\sstyle=|\son[a-z]+=|https?://`)
	if found := forbidden.Find(index); found != nil {
		t.Errorf("index.html has %q", found)
	}
}
