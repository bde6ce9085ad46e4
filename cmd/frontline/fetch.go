package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"frontline/geo/download"
)

// fetchedFile is a file of this machine, or one that was fetched to it.
type fetchedFile struct {
	name    string // as the user named it
	path    string
	fetched bool
}

type fetchedFiles []fetchedFile

// fetchAll fetches those arguments that are addresses into a folder of the user's
// cache, under a name of their own, so that a download that broke off goes on
// where it stopped.
func fetchAll(ctx context.Context, args []string, status io.Writer) (fetchedFiles, error) {
	out := make(fetchedFiles, len(args))
	for i, arg := range args {
		out[i] = fetchedFile{name: arg, path: arg}
		if !strings.HasPrefix(arg, "http://") && !strings.HasPrefix(arg, "https://") {
			continue
		}
		file, err := cacheFile(arg)
		if err != nil {
			return nil, err
		}
		show, end := progressBytes(status, "fetching "+path.Base(file))
		err = download.Get(ctx, arg, file, download.Options{Progress: show})
		end()
		if err != nil {
			return nil, err
		}
		out[i].path, out[i].fetched = file, true
	}
	return out, nil
}

// cacheFile is where an address is fetched to.
func cacheFile(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", fmt.Errorf("URL %q: %w", address, err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("no folder to fetch %s to: %w", address, err)
	}
	sum := sha256.Sum256([]byte(address))
	dir := filepath.Join(cache, "frontline", hex.EncodeToString(sum[:6]))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	name := path.Base(u.Path)
	if name == "." || name == "/" {
		name = "download"
	}
	return filepath.Join(dir, name), nil
}

// discard removes what was fetched, which is in the database now. What cannot
// be removed takes room and does no harm.
func (files fetchedFiles) discard() {
	for _, f := range files {
		if f.fetched {
			_ = os.RemoveAll(filepath.Dir(f.path))
		}
	}
}
