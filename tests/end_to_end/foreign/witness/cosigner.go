// witness is both sides of C2SP tlog-witness on the note and tlog packages of golang.org/x/mod, which know nothing of
// us: a witness that cosigns a log, and a client that holds a witness to the specification.
//
//	witness serve NAME LOG_VKEY STATE_FILE ADDRESS   prints its URL and key; its key and what it holds are in STATE_FILE
//	witness log KEY_FILE                             makes a log's key where there is none and prints its vkey
//	witness ask URL WITNESS_VKEY KEY_FILE FROM TO    grows that log from size FROM, which the witness holds, to TO
//
// Exit code 0: all as specified; 1: not, and why; 2: usage.
package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const cosignatureV1 = 4

// cosigner is a note.Signer and a note.Verifier of cosignature/v1.
type cosigner struct {
	name   string
	public ed25519.PublicKey
	secret ed25519.PrivateKey
}

func (c cosigner) Name() string { return c.name }

func (c cosigner) typed() []byte { return append([]byte{cosignatureV1}, c.public...) }

func (c cosigner) KeyHash() uint32 {
	hash := sha256.Sum256(append([]byte(c.name+"\n"), c.typed()...))
	return binary.BigEndian.Uint32(hash[:])
}

func message(at uint64, text []byte) []byte {
	return append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", at)), text...)
}

func (c cosigner) Sign(text []byte) ([]byte, error) {
	at := uint64(time.Now().Unix())
	signature := make([]byte, 8)
	binary.BigEndian.PutUint64(signature, at)
	return append(signature, ed25519.Sign(c.secret, message(at, text))...), nil
}

// Verify holds for a time of the last minute only: a witness signs when it is asked.
func (c cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	at := binary.BigEndian.Uint64(signature)
	age := time.Now().Unix() - int64(at)
	return age > -5 && age < 60 && ed25519.Verify(c.public, message(at, text), signature[8:])
}

func (c cosigner) vkey() string {
	return fmt.Sprintf("%s+%08x+%s", c.name, c.KeyHash(), base64.StdEncoding.EncodeToString(c.typed()))
}

func newCosigner(name string, seed []byte) cosigner {
	secret := ed25519.NewKeyFromSeed(seed)
	return cosigner{name, secret.Public().(ed25519.PublicKey), secret}
}

func cosignerOf(vkey string) (cosigner, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return cosigner{}, errors.New("a vkey has three parts")
	}
	typed, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(typed) != 1+ed25519.PublicKeySize || typed[0] != cosignatureV1 {
		return cosigner{}, errors.New("not a key of cosignature/v1")
	}
	known := cosigner{name: parts[0], public: typed[1:]}
	if fmt.Sprintf("%08x", known.KeyHash()) != parts[1] {
		return cosigner{}, errors.New("the hash is not that of the key")
	}
	return known, nil
}

// checkpoint is what a note of C2SP tlog-checkpoint says, opened under the key of its log.
func checkpoint(signed []byte, verifiers ...note.Verifier) (*note.Note, tlog.Tree, error) {
	var tree tlog.Tree
	opened, err := note.Open(signed, note.VerifierList(verifiers...))
	if err != nil {
		return nil, tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifiers[0].Name() {
		return nil, tree, fmt.Errorf("not a checkpoint of %s", verifiers[0].Name())
	}
	if tree.N, err = size(lines[1]); err != nil {
		return nil, tree, err
	}
	root, err := base64.StdEncoding.Strict().DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return nil, tree, errors.New("not a root")
	}
	copy(tree.Hash[:], root)
	return opened, tree, nil
}

func size(text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || strconv.FormatInt(n, 10) != text {
		return 0, fmt.Errorf("%q is not a size", text)
	}
	return n, nil
}

func emptyRoot() tlog.Hash { return sha256.Sum256(nil) }

// consistent adds to tlog.CheckTree what that leaves to its callers: no growth, and growth from nothing.
func consistent(proof tlog.TreeProof, old, grown tlog.Tree) bool {
	if old.N == grown.N || old.N == 0 {
		return len(proof) == 0 && (old.N != grown.N || old.Hash == grown.Hash)
	}
	return tlog.CheckTree(proof, grown.N, grown.Hash, old.N, old.Hash) == nil
}

func logKey(file string) (note.Signer, note.Verifier, string, error) {
	if _, err := os.Stat(file); err != nil {
		secret, public, err := note.GenerateKey(rand.Reader, "go.example/log")
		if err == nil {
			err = os.WriteFile(file, []byte(secret+"\n"+public), 0o600)
		}
		if err != nil {
			return nil, nil, "", err
		}
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, "", err
	}
	secret, public, _ := strings.Cut(string(raw), "\n")
	signer, err := note.NewSigner(secret)
	if err != nil {
		return nil, nil, "", err
	}
	verifier, err := note.NewVerifier(public)
	return signer, verifier, public, err
}

func main() {
	words := os.Args[1:]
	var err error
	switch {
	case len(words) == 5 && words[0] == "serve":
		err = serve(words[1], words[2], words[3], words[4])
	case len(words) == 2 && words[0] == "log":
		var public string
		if _, _, public, err = logKey(words[1]); err == nil {
			fmt.Println(public)
		}
	case len(words) == 6 && words[0] == "ask":
		err = ask(words[1], words[2], words[3], words[4], words[5])
	default:
		fmt.Fprintln(os.Stderr, "usage: witness serve NAME LOG_VKEY STATE_FILE ADDRESS | log KEY_FILE | "+
			"ask URL WITNESS_VKEY KEY_FILE FROM TO")
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "NOT AS SPECIFIED:", err)
		os.Exit(1)
	}
}

func fromHex(text string, bytes int) ([]byte, error) {
	raw, err := hex.DecodeString(text)
	if err == nil && len(raw) != bytes {
		err = fmt.Errorf("%d bytes instead of %d", len(raw), bytes)
	}
	return raw, err
}
