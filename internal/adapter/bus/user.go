package bus

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nkeys"
)

// Role is what a user of the bus is for.
type Role string

// The roles.
const (
	RoleCoordinator Role = "coordinator" // everything
	RoleSite        Role = "site"        // tells what happens at a site, obeys, and works
	RoleWorker      Role = "worker"      // works alone
	RoleGuest       Role = "guest"       // holds a token, and may ask to be let in
)

// User is who may join. A site or a worker is an operator: what its key hands in
// is charged to its name, whichever keys its workers sign with.
type User struct {
	Name   string // of the operator: lower case letters, digits and hyphens
	Role   Role
	Public string // nkey
}

var namePattern = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,31}$`)

// CheckName says whether a user can be called so: its name is a part of subjects.
func CheckName(name string) error {
	if !namePattern.MatchString(name) {
		return fmt.Errorf("name %.40q: want 1 to 32 lower case letters, digits or hyphens", name)
	}
	return nil
}

// CheckPublic says whether a text is the public half of a key.
func CheckPublic(public string) error {
	if !nkeys.IsValidPublicUserKey(public) {
		return fmt.Errorf("public key %.60q: want that of a user's nkey, which begins with U", public)
	}
	return nil
}

// inbox is where a user's answers arrive, and nobody else's.
func inbox(public string) string { return "_INBOX_" + public }

// Permissions are the subjects that a user may use; nil is all of them.
func (u User) permissions() *server.Permissions {
	if u.Role == RoleCoordinator {
		return nil
	}
	publish, subscribe := u.subjects()
	return &server.Permissions{
		Publish:   &server.SubjectPermission{Allow: publish},
		Subscribe: &server.SubjectPermission{Allow: subscribe},
	}
}

// subjects are what a user may say and hear.
func (u User) subjects() (publish, subscribe []string) {
	subscribe = []string{inbox(u.Public) + ".>"}
	if u.Role == RoleGuest {
		return []string{enrolSubject + "." + u.Public}, subscribe
	}
	publish = []string{
		resultSubject + "." + u.Name, deadSubject + "." + u.Name, answerSubject + "." + u.Name + ".>", clockSubject,
		presentSubject + "." + u.Name, "$JS.FC.>",
	}
	publish = append(publish, asks("INFO", "STREAM.INFO."+taskStream)...)
	for _, queue := range queueNames(u.Name) { // a task is settled by whoever was given it, and nobody else
		publish = append(publish, "$JS.ACK."+taskStream+"."+queue+".>")
		publish = append(publish, asks("CONSUMER.MSG.NEXT."+taskStream+"."+queue, "CONSUMER.INFO."+taskStream+"."+queue)...)
	}
	publish = append(publish, reads("OBJ_"+caseBucket)...)
	subscribe = append(subscribe, openSubject+"."+u.Name+".*")
	if u.Role == RoleSite {
		publish = append(publish, siteSubject+"."+u.Name+".>", federationSubject+"."+u.Name)
		publish = append(publish, reads(fedStream)...)
		publish = append(publish, reads("OBJ_"+WeightsBucket)...)
		subscribe = append(subscribe, commandSubject+"."+u.Name+".>", bidsSubject+"."+u.Name, fedSubject+".>")
	}
	return publish, subscribe
}

// reads is what it takes to read a stream, or the one below an object store, and
// to change nothing in it.
func reads(stream string) []string {
	return asks(
		"STREAM.INFO."+stream, "STREAM.MSG.GET."+stream, "DIRECT.GET."+stream, "DIRECT.GET."+stream+".>",
		"CONSUMER.CREATE."+stream+".>", "CONSUMER.INFO."+stream+".*", "CONSUMER.MSG.NEXT."+stream+".*", "CONSUMER.DELETE."+stream+".*")
}

// asks are subjects on which JetStream is asked. Whether a server holds
// permissions against the subject of its domain, or against what it maps that to,
// depends on whether a client or a leaf asks: both are named.
func asks(what ...string) []string {
	var subjects []string
	for _, w := range what {
		subjects = append(subjects, "$JS."+Domain+".API."+w, "$JS.API."+w)
	}
	return subjects
}

// Authorization is the users in the form of a NATS server's configuration, for a
// cluster that runs elsewhere.
func Authorization(users []User) string {
	var b strings.Builder
	b.WriteString("authorization {\n  users = [\n")
	quoted := func(list []string) string { return `["` + strings.Join(list, `", "`) + `"]` }
	for _, u := range users {
		if u.Role == RoleCoordinator {
			fmt.Fprintf(&b, "    { nkey: %s } # coordinator\n", u.Public)
			continue
		}
		publish, subscribe := u.subjects()
		fmt.Fprintf(&b, "    { nkey: %s, permissions: { publish: { allow: %s }, subscribe: { allow: %s } } } # %s %s\n",
			u.Public, quoted(publish), quoted(subscribe), u.Role, u.Name)
	}
	b.WriteString("  ]\n}\n")
	return b.String()
}
