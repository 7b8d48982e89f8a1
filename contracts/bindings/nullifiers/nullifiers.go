// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package nullifiers

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// NullifiersMetaData contains all meta data concerning the Nullifiers contract.
var NullifiersMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"admin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"adminDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"DEFAULT_ADMIN_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_RUN\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"SPENDER_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"beginDefaultAdminTransfer\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"cancelDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"changeDefaultAdminDelay\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"defaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelayIncreaseWait\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getRoleAdmin\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"grantRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"hasRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"intervalSpent\",\"inputs\":[{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"interval\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"paid\",\"inputs\":[{\"name\":\"taskDigest\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"revokeRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rollbackDefaultAdminDelay\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"spendIntervals\",\"inputs\":[{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"spendTask\",\"inputs\":[{\"name\":\"taskDigest\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"interfaceId\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeScheduled\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"},{\"name\":\"effectSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferScheduled\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"acceptSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"IntervalsSpent\",\"inputs\":[{\"name\":\"site\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"start\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"indexed\":false,\"internalType\":\"uint16\"},{\"name\":\"spender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleAdminChanged\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"previousAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"newAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleGranted\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleRevoked\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TaskSpent\",\"inputs\":[{\"name\":\"taskDigest\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"spender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AccessControlBadConfirmation\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminDelay\",\"inputs\":[{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminRules\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlInvalidDefaultAdmin\",\"inputs\":[{\"name\":\"defaultAdmin\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AccessControlUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"neededRole\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"AlreadyPaid\",\"inputs\":[{\"name\":\"taskDigest\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BadRun\",\"inputs\":[{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"n\",\"type\":\"uint16\",\"internalType\":\"uint16\"}]},{\"type\":\"error\",\"name\":\"IntervalSpent\",\"inputs\":[{\"name\":\"site\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"interval\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"SafeCastOverflowedUintDowncast\",\"inputs\":[{\"name\":\"bits\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]}]",
	ID:  "Nullifiers",
	Bin: "0x608060405234801561000f575f5ffd5b5060405161134238038061134283398101604081905261002e916101a6565b80826001600160a01b03811661005d57604051636116401160e11b81525f600482015260240160405180910390fd5b600180546001600160d01b0316600160d01b65ffffffffffff8516021790556100865f82610090565b50505050506101f3565b5f826100ec575f6100a96002546001600160a01b031690565b6001600160a01b0316146100d057604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b6100f683836100ff565b90505b92915050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff1661019f575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556101573390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a45060016100f9565b505f6100f9565b5f5f604083850312156101b7575f5ffd5b82516001600160a01b03811681146101cd575f5ffd5b602084015190925065ffffffffffff811681146101e8575f5ffd5b809150509250929050565b611142806102005f395ff3fe608060405234801561000f575f5ffd5b5060043610610153575f3560e01c80638aeea890116100bf578063add89bb211610079578063add89bb214610330578063cc8463c814610352578063cefc14291461035a578063cf6eefb714610362578063d547741f14610390578063d602b9fd146103a3575f5ffd5b80638aeea890146102c15780638da5cb5b146102d457806391d14854146102dc5780639a921122146102ef578063a1eda53c14610302578063a217fddf14610329575f5ffd5b806336568abe1161011057806336568abe146101f1578063634e93da14610204578063649a5ec71461021757806372c16a241461022a5780637f1f667e1461025157806384ef8ffc1461029c575f5ffd5b806301ffc9a714610157578063022d63fb1461017f5780630aa6220b1461019b5780631dc99cce146101a5578063248a9ca3146101bc5780632f2ff15d146101de575b5f5ffd5b61016a610165366004610f4a565b6103ab565b60405190151581526020015b60405180910390f35b620697805b60405165ffffffffffff9091168152602001610176565b6101a36103d5565b005b6101ae61012081565b604051908152602001610176565b6101ae6101ca366004610f71565b5f9081526020819052604090206001015490565b6101a36101ec366004610fa3565b6103ea565b6101a36101ff366004610fa3565b610416565b6101a3610212366004610fcd565b6104c1565b6101a3610225366004610fe6565b6104d4565b6101ae7f7434c6f201a551bfd17336985361933e0c4935b520dac8a49d937b325f7d5c0a81565b61016a61025f366004611035565b67ffffffffffffffff919091165f90815260046020908152604080832062ffffff600886901c168452909152902054600160ff9092161c81161490565b6002546001600160a01b03165b6040516001600160a01b039091168152602001610176565b6101a36102cf36600461105d565b6104e7565b6102a96106fb565b61016a6102ea366004610fa3565b610713565b6101a36102fd366004610f71565b61073b565b61030a6107dd565b6040805165ffffffffffff938416815292909116602083015201610176565b6101ae5f81565b61016a61033e366004610f71565b60036020525f908152604090205460ff1681565b61018461082f565b6101a361088d565b61036a6108cc565b604080516001600160a01b03909316835265ffffffffffff909116602083015201610176565b6101a361039e366004610fa3565b6108ed565b6101a3610915565b5f6001600160e01b031982166318a4c3c360e11b14806103cf57506103cf82610927565b92915050565b5f6103df8161095b565b6103e7610965565b50565b8161040857604051631fe1e13d60e11b815260040160405180910390fd5b6104128282610971565b5050565b8115801561043157506002546001600160a01b038281169116145b156104b7575f5f6104406108cc565b90925090506001600160a01b038216151580610462575065ffffffffffff8116155b8061047557504265ffffffffffff821610155b156104a2576040516319ca5ebb60e01b815265ffffffffffff821660048201526024015b60405180910390fd5b50506001805465ffffffffffff60a01b191690555b610412828261099b565b5f6104cb8161095b565b610412826109d3565b5f6104de8161095b565b61041282610a45565b7f7434c6f201a551bfd17336985361933e0c4935b520dac8a49d937b325f7d5c0a6105118161095b565b61ffff8216158061052757506101208261ffff16115b80610544575063ffffffff61054261ffff84168583166110bb565b115b1561057457604051632ab6626560e21b815263ffffffff8416600482015261ffff83166024820152604401610499565b63ffffffff83165f61058a61ffff8516836110bb565b90505b808210156106a357600882901c60ff83165f6105ab826101006110ce565b6105b586866110ce565b106105cb576105c6826101006110ce565b6105d5565b6105d585856110ce565b90505f8282610100146105f4576105ef600180851b6110ce565b6105f7565b5f195b67ffffffffffffffff8c165f908152600460209081526040808320898452909152902054911b915080821615610665578a61063483831687610ab4565b604051639ca1990f60e01b815267ffffffffffffffff909216600483015263ffffffff166024820152604401610499565b67ffffffffffffffff8b165f9081526004602090815260408083208884529091529020818317905561069783886110bb565b9650505050505061058d565b6040805163ffffffff8716815261ffff86166020820152339167ffffffffffffffff8916917fb1a59a72be5568bc12ebc4487e1cad3aa87fc50e21fd3c6f34b8b3fbafa3d3bc910160405180910390a3505050505050565b5f61070e6002546001600160a01b031690565b905090565b5f918252602082815260408084206001600160a01b0393909316845291905290205460ff1690565b7f7434c6f201a551bfd17336985361933e0c4935b520dac8a49d937b325f7d5c0a6107658161095b565b5f8281526003602052604090205460ff161561079757604051637a5bb50760e11b815260048101839052602401610499565b5f82815260036020526040808220805460ff1916600117905551339184917f5dcb4d0b3247fe48e66c30598eea5364c7029f44f8504c9e89e2d590c5c699ad9190a35050565b6002545f90600160d01b900465ffffffffffff16801515801561080857504265ffffffffffff821610155b610813575f5f610827565b600254600160a01b900465ffffffffffff16815b915091509091565b6002545f90600160d01b900465ffffffffffff16801515801561085957504265ffffffffffff8216105b61087457600154600160d01b900465ffffffffffff16610887565b600254600160a01b900465ffffffffffff165b91505090565b5f6108966108cc565b509050336001600160a01b038216146108c457604051636116401160e11b8152336004820152602401610499565b6103e7610ae9565b6001546001600160a01b03811691600160a01b90910465ffffffffffff1690565b8161090b57604051631fe1e13d60e11b815260040160405180910390fd5b6104128282610b7f565b5f61091f8161095b565b6103e7610ba3565b5f6001600160e01b03198216637965db0b60e01b14806103cf57506301ffc9a760e01b6001600160e01b03198316146103cf565b6103e78133610bad565b61096f5f5f610be6565b565b5f8281526020819052604090206001015461098b8161095b565b6109958383610ca5565b50505050565b6001600160a01b03811633146109c45760405163334bd91960e11b815260040160405180910390fd5b6109ce8282610d12565b505050565b5f6109dc61082f565b6109e542610d4e565b6109ef91906110e1565b90506109fb8282610d84565b60405165ffffffffffff821681526001600160a01b038316907f3377dc44241e779dd06afab5b788a35ca5f3b778836e2990bdb26a2a4b2e5ed69060200160405180910390a25050565b5f610a4f82610e01565b610a5842610d4e565b610a6291906110e1565b9050610a6e8282610be6565b6040805165ffffffffffff8085168252831660208201527ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b910160405180910390a15050565b5f805b600184821c165f03610ad357610acc816110ff565b9050610ab7565b610ae181600885901b6110bb565b949350505050565b5f5f610af36108cc565b91509150610b088165ffffffffffff16151590565b1580610b1c57504265ffffffffffff821610155b15610b44576040516319ca5ebb60e01b815265ffffffffffff82166004820152602401610499565b610b5f5f610b5a6002546001600160a01b031690565b610d12565b50610b6a5f83610ca5565b5050600180546001600160d01b031916905550565b5f82815260208190526040902060010154610b998161095b565b6109958383610d12565b61096f5f5f610d84565b610bb78282610713565b6104125760405163e2517d3f60e01b81526001600160a01b038216600482015260248101839052604401610499565b600254600160d01b900465ffffffffffff168015610c68574265ffffffffffff82161015610c3f57600254600180546001600160d01b0316600160a01b90920465ffffffffffff16600160d01b02919091179055610c68565b6040517f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec5905f90a15b50600280546001600160a01b0316600160a01b65ffffffffffff948516026001600160d01b031617600160d01b9290931691909102919091179055565b5f82610d01575f610cbe6002546001600160a01b031690565b6001600160a01b031614610ce557604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b610d0b8383610e52565b9392505050565b5f82158015610d2e57506002546001600160a01b038381169116145b15610d4457600280546001600160a01b03191690555b610d0b8383610ee1565b5f65ffffffffffff821115610d80576040516306dfcc6560e41b81526030600482015260248101839052604401610499565b5090565b5f610d8d6108cc565b6001805465ffffffffffff8616600160a01b026001600160d01b03199091166001600160a01b038816171790559150610dcf90508165ffffffffffff16151590565b156109ce576040517f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a9605109905f90a1505050565b5f5f610e0b61082f565b90508065ffffffffffff168365ffffffffffff1611610e3357610e2e8382611117565b610d0b565b610d0b65ffffffffffff8416620697805f828218828410028218610d0b565b5f610e5d8383610713565b610eda575f838152602081815260408083206001600160a01b03861684529091529020805460ff19166001179055610e923390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a45060016103cf565b505f6103cf565b5f610eec8383610713565b15610eda575f838152602081815260408083206001600160a01b0386168085529252808320805460ff1916905551339286917ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b9190a45060016103cf565b5f60208284031215610f5a575f5ffd5b81356001600160e01b031981168114610d0b575f5ffd5b5f60208284031215610f81575f5ffd5b5035919050565b80356001600160a01b0381168114610f9e575f5ffd5b919050565b5f5f60408385031215610fb4575f5ffd5b82359150610fc460208401610f88565b90509250929050565b5f60208284031215610fdd575f5ffd5b610d0b82610f88565b5f60208284031215610ff6575f5ffd5b813565ffffffffffff81168114610d0b575f5ffd5b803567ffffffffffffffff81168114610f9e575f5ffd5b803563ffffffff81168114610f9e575f5ffd5b5f5f60408385031215611046575f5ffd5b61104f8361100b565b9150610fc460208401611022565b5f5f5f6060848603121561106f575f5ffd5b6110788461100b565b925061108660208501611022565b9150604084013561ffff8116811461109c575f5ffd5b809150509250925092565b634e487b7160e01b5f52601160045260245ffd5b808201808211156103cf576103cf6110a7565b818103818111156103cf576103cf6110a7565b65ffffffffffff81811683821601908111156103cf576103cf6110a7565b5f60018201611110576111106110a7565b5060010190565b65ffffffffffff82811682821603908111156103cf576103cf6110a756fea164736f6c6343000825000a",
}

// Nullifiers is an auto generated Go binding around an Ethereum contract.
type Nullifiers struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Nullifiers) GetABI() abi.ABI {
	return c.abi
}

// NewNullifiers creates a new instance of Nullifiers.
func NewNullifiers() *Nullifiers {
	parsed, err := NullifiersMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Nullifiers{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Nullifiers) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address admin, uint48 adminDelay) returns()
func (nullifiers *Nullifiers) PackConstructor(admin common.Address, adminDelay *big.Int) []byte {
	enc, err := nullifiers.abi.Pack("", admin, adminDelay)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (nullifiers *Nullifiers) PackDEFAULTADMINROLE() []byte {
	enc, err := nullifiers.abi.Pack("DEFAULT_ADMIN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (nullifiers *Nullifiers) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return nullifiers.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (nullifiers *Nullifiers) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := nullifiers.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMAXRUN is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1dc99cce.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_RUN() view returns(uint256)
func (nullifiers *Nullifiers) PackMAXRUN() []byte {
	enc, err := nullifiers.abi.Pack("MAX_RUN")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXRUN is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1dc99cce.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_RUN() view returns(uint256)
func (nullifiers *Nullifiers) TryPackMAXRUN() ([]byte, error) {
	return nullifiers.abi.Pack("MAX_RUN")
}

// UnpackMAXRUN is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1dc99cce.
//
// Solidity: function MAX_RUN() view returns(uint256)
func (nullifiers *Nullifiers) UnpackMAXRUN(data []byte) (*big.Int, error) {
	out, err := nullifiers.abi.Unpack("MAX_RUN", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSPENDERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x72c16a24.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SPENDER_ROLE() view returns(bytes32)
func (nullifiers *Nullifiers) PackSPENDERROLE() []byte {
	enc, err := nullifiers.abi.Pack("SPENDER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSPENDERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x72c16a24.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function SPENDER_ROLE() view returns(bytes32)
func (nullifiers *Nullifiers) TryPackSPENDERROLE() ([]byte, error) {
	return nullifiers.abi.Pack("SPENDER_ROLE")
}

// UnpackSPENDERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x72c16a24.
//
// Solidity: function SPENDER_ROLE() view returns(bytes32)
func (nullifiers *Nullifiers) UnpackSPENDERROLE(data []byte) ([32]byte, error) {
	out, err := nullifiers.abi.Unpack("SPENDER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (nullifiers *Nullifiers) PackAcceptDefaultAdminTransfer() []byte {
	enc, err := nullifiers.abi.Pack("acceptDefaultAdminTransfer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (nullifiers *Nullifiers) TryPackAcceptDefaultAdminTransfer() ([]byte, error) {
	return nullifiers.abi.Pack("acceptDefaultAdminTransfer")
}

// PackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (nullifiers *Nullifiers) PackBeginDefaultAdminTransfer(newAdmin common.Address) []byte {
	enc, err := nullifiers.abi.Pack("beginDefaultAdminTransfer", newAdmin)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (nullifiers *Nullifiers) TryPackBeginDefaultAdminTransfer(newAdmin common.Address) ([]byte, error) {
	return nullifiers.abi.Pack("beginDefaultAdminTransfer", newAdmin)
}

// PackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (nullifiers *Nullifiers) PackCancelDefaultAdminTransfer() []byte {
	enc, err := nullifiers.abi.Pack("cancelDefaultAdminTransfer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (nullifiers *Nullifiers) TryPackCancelDefaultAdminTransfer() ([]byte, error) {
	return nullifiers.abi.Pack("cancelDefaultAdminTransfer")
}

// PackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (nullifiers *Nullifiers) PackChangeDefaultAdminDelay(newDelay *big.Int) []byte {
	enc, err := nullifiers.abi.Pack("changeDefaultAdminDelay", newDelay)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (nullifiers *Nullifiers) TryPackChangeDefaultAdminDelay(newDelay *big.Int) ([]byte, error) {
	return nullifiers.abi.Pack("changeDefaultAdminDelay", newDelay)
}

// PackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdmin() view returns(address)
func (nullifiers *Nullifiers) PackDefaultAdmin() []byte {
	enc, err := nullifiers.abi.Pack("defaultAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdmin() view returns(address)
func (nullifiers *Nullifiers) TryPackDefaultAdmin() ([]byte, error) {
	return nullifiers.abi.Pack("defaultAdmin")
}

// UnpackDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84ef8ffc.
//
// Solidity: function defaultAdmin() view returns(address)
func (nullifiers *Nullifiers) UnpackDefaultAdmin(data []byte) (common.Address, error) {
	out, err := nullifiers.abi.Unpack("defaultAdmin", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc8463c8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (nullifiers *Nullifiers) PackDefaultAdminDelay() []byte {
	enc, err := nullifiers.abi.Pack("defaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc8463c8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (nullifiers *Nullifiers) TryPackDefaultAdminDelay() ([]byte, error) {
	return nullifiers.abi.Pack("defaultAdminDelay")
}

// UnpackDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcc8463c8.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (nullifiers *Nullifiers) UnpackDefaultAdminDelay(data []byte) (*big.Int, error) {
	out, err := nullifiers.abi.Unpack("defaultAdminDelay", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDefaultAdminDelayIncreaseWait is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022d63fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (nullifiers *Nullifiers) PackDefaultAdminDelayIncreaseWait() []byte {
	enc, err := nullifiers.abi.Pack("defaultAdminDelayIncreaseWait")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdminDelayIncreaseWait is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022d63fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (nullifiers *Nullifiers) TryPackDefaultAdminDelayIncreaseWait() ([]byte, error) {
	return nullifiers.abi.Pack("defaultAdminDelayIncreaseWait")
}

// UnpackDefaultAdminDelayIncreaseWait is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x022d63fb.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (nullifiers *Nullifiers) UnpackDefaultAdminDelayIncreaseWait(data []byte) (*big.Int, error) {
	out, err := nullifiers.abi.Unpack("defaultAdminDelayIncreaseWait", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (nullifiers *Nullifiers) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := nullifiers.abi.Pack("getRoleAdmin", role)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (nullifiers *Nullifiers) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return nullifiers.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (nullifiers *Nullifiers) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := nullifiers.abi.Unpack("getRoleAdmin", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (nullifiers *Nullifiers) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := nullifiers.abi.Pack("grantRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (nullifiers *Nullifiers) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return nullifiers.abi.Pack("grantRole", role, account)
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (nullifiers *Nullifiers) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := nullifiers.abi.Pack("hasRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (nullifiers *Nullifiers) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return nullifiers.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (nullifiers *Nullifiers) UnpackHasRole(data []byte) (bool, error) {
	out, err := nullifiers.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIntervalSpent is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7f1f667e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function intervalSpent(uint64 site, uint32 interval) view returns(bool)
func (nullifiers *Nullifiers) PackIntervalSpent(site uint64, interval uint32) []byte {
	enc, err := nullifiers.abi.Pack("intervalSpent", site, interval)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIntervalSpent is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7f1f667e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function intervalSpent(uint64 site, uint32 interval) view returns(bool)
func (nullifiers *Nullifiers) TryPackIntervalSpent(site uint64, interval uint32) ([]byte, error) {
	return nullifiers.abi.Pack("intervalSpent", site, interval)
}

// UnpackIntervalSpent is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7f1f667e.
//
// Solidity: function intervalSpent(uint64 site, uint32 interval) view returns(bool)
func (nullifiers *Nullifiers) UnpackIntervalSpent(data []byte) (bool, error) {
	out, err := nullifiers.abi.Unpack("intervalSpent", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (nullifiers *Nullifiers) PackOwner() []byte {
	enc, err := nullifiers.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (nullifiers *Nullifiers) TryPackOwner() ([]byte, error) {
	return nullifiers.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (nullifiers *Nullifiers) UnpackOwner(data []byte) (common.Address, error) {
	out, err := nullifiers.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadd89bb2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paid(bytes32 taskDigest) view returns(bool)
func (nullifiers *Nullifiers) PackPaid(taskDigest [32]byte) []byte {
	enc, err := nullifiers.abi.Pack("paid", taskDigest)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadd89bb2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paid(bytes32 taskDigest) view returns(bool)
func (nullifiers *Nullifiers) TryPackPaid(taskDigest [32]byte) ([]byte, error) {
	return nullifiers.abi.Pack("paid", taskDigest)
}

// UnpackPaid is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xadd89bb2.
//
// Solidity: function paid(bytes32 taskDigest) view returns(bool)
func (nullifiers *Nullifiers) UnpackPaid(data []byte) (bool, error) {
	out, err := nullifiers.abi.Unpack("paid", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPendingDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6eefb7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (nullifiers *Nullifiers) PackPendingDefaultAdmin() []byte {
	enc, err := nullifiers.abi.Pack("pendingDefaultAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6eefb7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (nullifiers *Nullifiers) TryPackPendingDefaultAdmin() ([]byte, error) {
	return nullifiers.abi.Pack("pendingDefaultAdmin")
}

// PendingDefaultAdminOutput serves as a container for the return parameters of contract
// method PendingDefaultAdmin.
type PendingDefaultAdminOutput struct {
	NewAdmin common.Address
	Schedule *big.Int
}

// UnpackPendingDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcf6eefb7.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (nullifiers *Nullifiers) UnpackPendingDefaultAdmin(data []byte) (PendingDefaultAdminOutput, error) {
	out, err := nullifiers.abi.Unpack("pendingDefaultAdmin", data)
	outstruct := new(PendingDefaultAdminOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewAdmin = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackPendingDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1eda53c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (nullifiers *Nullifiers) PackPendingDefaultAdminDelay() []byte {
	enc, err := nullifiers.abi.Pack("pendingDefaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1eda53c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (nullifiers *Nullifiers) TryPackPendingDefaultAdminDelay() ([]byte, error) {
	return nullifiers.abi.Pack("pendingDefaultAdminDelay")
}

// PendingDefaultAdminDelayOutput serves as a container for the return parameters of contract
// method PendingDefaultAdminDelay.
type PendingDefaultAdminDelayOutput struct {
	NewDelay *big.Int
	Schedule *big.Int
}

// UnpackPendingDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa1eda53c.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (nullifiers *Nullifiers) UnpackPendingDefaultAdminDelay(data []byte) (PendingDefaultAdminDelayOutput, error) {
	out, err := nullifiers.abi.Unpack("pendingDefaultAdminDelay", data)
	outstruct := new(PendingDefaultAdminDelayOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewDelay = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (nullifiers *Nullifiers) PackRenounceRole(role [32]byte, account common.Address) []byte {
	enc, err := nullifiers.abi.Pack("renounceRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (nullifiers *Nullifiers) TryPackRenounceRole(role [32]byte, account common.Address) ([]byte, error) {
	return nullifiers.abi.Pack("renounceRole", role, account)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (nullifiers *Nullifiers) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := nullifiers.abi.Pack("revokeRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (nullifiers *Nullifiers) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return nullifiers.abi.Pack("revokeRole", role, account)
}

// PackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (nullifiers *Nullifiers) PackRollbackDefaultAdminDelay() []byte {
	enc, err := nullifiers.abi.Pack("rollbackDefaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (nullifiers *Nullifiers) TryPackRollbackDefaultAdminDelay() ([]byte, error) {
	return nullifiers.abi.Pack("rollbackDefaultAdminDelay")
}

// PackSpendIntervals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8aeea890.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function spendIntervals(uint64 site, uint32 start, uint16 n) returns()
func (nullifiers *Nullifiers) PackSpendIntervals(site uint64, start uint32, n uint16) []byte {
	enc, err := nullifiers.abi.Pack("spendIntervals", site, start, n)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSpendIntervals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8aeea890.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function spendIntervals(uint64 site, uint32 start, uint16 n) returns()
func (nullifiers *Nullifiers) TryPackSpendIntervals(site uint64, start uint32, n uint16) ([]byte, error) {
	return nullifiers.abi.Pack("spendIntervals", site, start, n)
}

// PackSpendTask is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a921122.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function spendTask(bytes32 taskDigest) returns()
func (nullifiers *Nullifiers) PackSpendTask(taskDigest [32]byte) []byte {
	enc, err := nullifiers.abi.Pack("spendTask", taskDigest)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSpendTask is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a921122.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function spendTask(bytes32 taskDigest) returns()
func (nullifiers *Nullifiers) TryPackSpendTask(taskDigest [32]byte) ([]byte, error) {
	return nullifiers.abi.Pack("spendTask", taskDigest)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (nullifiers *Nullifiers) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := nullifiers.abi.Pack("supportsInterface", interfaceId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (nullifiers *Nullifiers) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return nullifiers.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (nullifiers *Nullifiers) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := nullifiers.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// NullifiersDefaultAdminDelayChangeCanceled represents a DefaultAdminDelayChangeCanceled event raised by the Nullifiers contract.
type NullifiersDefaultAdminDelayChangeCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const NullifiersDefaultAdminDelayChangeCanceledEventName = "DefaultAdminDelayChangeCanceled"

// ContractEventName returns the user-defined event name.
func (NullifiersDefaultAdminDelayChangeCanceled) ContractEventName() string {
	return NullifiersDefaultAdminDelayChangeCanceledEventName
}

// UnpackDefaultAdminDelayChangeCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeCanceled()
func (nullifiers *Nullifiers) UnpackDefaultAdminDelayChangeCanceledEvent(log *types.Log) (*NullifiersDefaultAdminDelayChangeCanceled, error) {
	event := "DefaultAdminDelayChangeCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nullifiers.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NullifiersDefaultAdminDelayChangeCanceled)
	if len(log.Data) > 0 {
		if err := nullifiers.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nullifiers.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NullifiersDefaultAdminDelayChangeScheduled represents a DefaultAdminDelayChangeScheduled event raised by the Nullifiers contract.
type NullifiersDefaultAdminDelayChangeScheduled struct {
	NewDelay       *big.Int
	EffectSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const NullifiersDefaultAdminDelayChangeScheduledEventName = "DefaultAdminDelayChangeScheduled"

// ContractEventName returns the user-defined event name.
func (NullifiersDefaultAdminDelayChangeScheduled) ContractEventName() string {
	return NullifiersDefaultAdminDelayChangeScheduledEventName
}

// UnpackDefaultAdminDelayChangeScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeScheduled(uint48 newDelay, uint48 effectSchedule)
func (nullifiers *Nullifiers) UnpackDefaultAdminDelayChangeScheduledEvent(log *types.Log) (*NullifiersDefaultAdminDelayChangeScheduled, error) {
	event := "DefaultAdminDelayChangeScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nullifiers.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NullifiersDefaultAdminDelayChangeScheduled)
	if len(log.Data) > 0 {
		if err := nullifiers.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nullifiers.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NullifiersDefaultAdminTransferCanceled represents a DefaultAdminTransferCanceled event raised by the Nullifiers contract.
type NullifiersDefaultAdminTransferCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const NullifiersDefaultAdminTransferCanceledEventName = "DefaultAdminTransferCanceled"

// ContractEventName returns the user-defined event name.
func (NullifiersDefaultAdminTransferCanceled) ContractEventName() string {
	return NullifiersDefaultAdminTransferCanceledEventName
}

// UnpackDefaultAdminTransferCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferCanceled()
func (nullifiers *Nullifiers) UnpackDefaultAdminTransferCanceledEvent(log *types.Log) (*NullifiersDefaultAdminTransferCanceled, error) {
	event := "DefaultAdminTransferCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nullifiers.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NullifiersDefaultAdminTransferCanceled)
	if len(log.Data) > 0 {
		if err := nullifiers.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nullifiers.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NullifiersDefaultAdminTransferScheduled represents a DefaultAdminTransferScheduled event raised by the Nullifiers contract.
type NullifiersDefaultAdminTransferScheduled struct {
	NewAdmin       common.Address
	AcceptSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const NullifiersDefaultAdminTransferScheduledEventName = "DefaultAdminTransferScheduled"

// ContractEventName returns the user-defined event name.
func (NullifiersDefaultAdminTransferScheduled) ContractEventName() string {
	return NullifiersDefaultAdminTransferScheduledEventName
}

// UnpackDefaultAdminTransferScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferScheduled(address indexed newAdmin, uint48 acceptSchedule)
func (nullifiers *Nullifiers) UnpackDefaultAdminTransferScheduledEvent(log *types.Log) (*NullifiersDefaultAdminTransferScheduled, error) {
	event := "DefaultAdminTransferScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nullifiers.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NullifiersDefaultAdminTransferScheduled)
	if len(log.Data) > 0 {
		if err := nullifiers.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nullifiers.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NullifiersIntervalsSpent represents a IntervalsSpent event raised by the Nullifiers contract.
type NullifiersIntervalsSpent struct {
	Site    uint64
	Start   uint32
	N       uint16
	Spender common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const NullifiersIntervalsSpentEventName = "IntervalsSpent"

// ContractEventName returns the user-defined event name.
func (NullifiersIntervalsSpent) ContractEventName() string {
	return NullifiersIntervalsSpentEventName
}

// UnpackIntervalsSpentEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event IntervalsSpent(uint64 indexed site, uint32 start, uint16 n, address indexed spender)
func (nullifiers *Nullifiers) UnpackIntervalsSpentEvent(log *types.Log) (*NullifiersIntervalsSpent, error) {
	event := "IntervalsSpent"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nullifiers.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NullifiersIntervalsSpent)
	if len(log.Data) > 0 {
		if err := nullifiers.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nullifiers.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NullifiersRoleAdminChanged represents a RoleAdminChanged event raised by the Nullifiers contract.
type NullifiersRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const NullifiersRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (NullifiersRoleAdminChanged) ContractEventName() string {
	return NullifiersRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (nullifiers *Nullifiers) UnpackRoleAdminChangedEvent(log *types.Log) (*NullifiersRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nullifiers.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NullifiersRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := nullifiers.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nullifiers.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NullifiersRoleGranted represents a RoleGranted event raised by the Nullifiers contract.
type NullifiersRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const NullifiersRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (NullifiersRoleGranted) ContractEventName() string {
	return NullifiersRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (nullifiers *Nullifiers) UnpackRoleGrantedEvent(log *types.Log) (*NullifiersRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nullifiers.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NullifiersRoleGranted)
	if len(log.Data) > 0 {
		if err := nullifiers.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nullifiers.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NullifiersRoleRevoked represents a RoleRevoked event raised by the Nullifiers contract.
type NullifiersRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const NullifiersRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (NullifiersRoleRevoked) ContractEventName() string {
	return NullifiersRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (nullifiers *Nullifiers) UnpackRoleRevokedEvent(log *types.Log) (*NullifiersRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nullifiers.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NullifiersRoleRevoked)
	if len(log.Data) > 0 {
		if err := nullifiers.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nullifiers.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NullifiersTaskSpent represents a TaskSpent event raised by the Nullifiers contract.
type NullifiersTaskSpent struct {
	TaskDigest [32]byte
	Spender    common.Address
	Raw        *types.Log // Blockchain specific contextual infos
}

const NullifiersTaskSpentEventName = "TaskSpent"

// ContractEventName returns the user-defined event name.
func (NullifiersTaskSpent) ContractEventName() string {
	return NullifiersTaskSpentEventName
}

// UnpackTaskSpentEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TaskSpent(bytes32 indexed taskDigest, address indexed spender)
func (nullifiers *Nullifiers) UnpackTaskSpentEvent(log *types.Log) (*NullifiersTaskSpent, error) {
	event := "TaskSpent"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nullifiers.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NullifiersTaskSpent)
	if len(log.Data) > 0 {
		if err := nullifiers.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nullifiers.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (nullifiers *Nullifiers) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], nullifiers.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return nullifiers.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], nullifiers.abi.Errors["AccessControlEnforcedDefaultAdminDelay"].ID.Bytes()[:4]) {
		return nullifiers.UnpackAccessControlEnforcedDefaultAdminDelayError(raw[4:])
	}
	if bytes.Equal(raw[:4], nullifiers.abi.Errors["AccessControlEnforcedDefaultAdminRules"].ID.Bytes()[:4]) {
		return nullifiers.UnpackAccessControlEnforcedDefaultAdminRulesError(raw[4:])
	}
	if bytes.Equal(raw[:4], nullifiers.abi.Errors["AccessControlInvalidDefaultAdmin"].ID.Bytes()[:4]) {
		return nullifiers.UnpackAccessControlInvalidDefaultAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], nullifiers.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return nullifiers.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], nullifiers.abi.Errors["AlreadyPaid"].ID.Bytes()[:4]) {
		return nullifiers.UnpackAlreadyPaidError(raw[4:])
	}
	if bytes.Equal(raw[:4], nullifiers.abi.Errors["BadRun"].ID.Bytes()[:4]) {
		return nullifiers.UnpackBadRunError(raw[4:])
	}
	if bytes.Equal(raw[:4], nullifiers.abi.Errors["IntervalSpent"].ID.Bytes()[:4]) {
		return nullifiers.UnpackIntervalSpentError(raw[4:])
	}
	if bytes.Equal(raw[:4], nullifiers.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return nullifiers.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// NullifiersAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the Nullifiers contract.
type NullifiersAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func NullifiersAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (nullifiers *Nullifiers) UnpackAccessControlBadConfirmationError(raw []byte) (*NullifiersAccessControlBadConfirmation, error) {
	out := new(NullifiersAccessControlBadConfirmation)
	if err := nullifiers.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NullifiersAccessControlEnforcedDefaultAdminDelay represents a AccessControlEnforcedDefaultAdminDelay error raised by the Nullifiers contract.
type NullifiersAccessControlEnforcedDefaultAdminDelay struct {
	Schedule *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func NullifiersAccessControlEnforcedDefaultAdminDelayErrorID() common.Hash {
	return common.HexToHash("0x19ca5ebb8fb33f00e502c9392eddab1501674629178bf69b853cf037aaf4bb5d")
}

// UnpackAccessControlEnforcedDefaultAdminDelayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func (nullifiers *Nullifiers) UnpackAccessControlEnforcedDefaultAdminDelayError(raw []byte) (*NullifiersAccessControlEnforcedDefaultAdminDelay, error) {
	out := new(NullifiersAccessControlEnforcedDefaultAdminDelay)
	if err := nullifiers.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminDelay", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NullifiersAccessControlEnforcedDefaultAdminRules represents a AccessControlEnforcedDefaultAdminRules error raised by the Nullifiers contract.
type NullifiersAccessControlEnforcedDefaultAdminRules struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func NullifiersAccessControlEnforcedDefaultAdminRulesErrorID() common.Hash {
	return common.HexToHash("0x3fc3c27ae3db78c81b8f6e685172134623efa268ee8cd8d54be38ad2a74fc13b")
}

// UnpackAccessControlEnforcedDefaultAdminRulesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func (nullifiers *Nullifiers) UnpackAccessControlEnforcedDefaultAdminRulesError(raw []byte) (*NullifiersAccessControlEnforcedDefaultAdminRules, error) {
	out := new(NullifiersAccessControlEnforcedDefaultAdminRules)
	if err := nullifiers.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminRules", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NullifiersAccessControlInvalidDefaultAdmin represents a AccessControlInvalidDefaultAdmin error raised by the Nullifiers contract.
type NullifiersAccessControlInvalidDefaultAdmin struct {
	DefaultAdmin common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func NullifiersAccessControlInvalidDefaultAdminErrorID() common.Hash {
	return common.HexToHash("0xc22c8022f2a840d6b6a9f113407715f5bbd4e88c1b0dd9434dc00700ba609ed4")
}

// UnpackAccessControlInvalidDefaultAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func (nullifiers *Nullifiers) UnpackAccessControlInvalidDefaultAdminError(raw []byte) (*NullifiersAccessControlInvalidDefaultAdmin, error) {
	out := new(NullifiersAccessControlInvalidDefaultAdmin)
	if err := nullifiers.abi.UnpackIntoInterface(out, "AccessControlInvalidDefaultAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NullifiersAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the Nullifiers contract.
type NullifiersAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func NullifiersAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (nullifiers *Nullifiers) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*NullifiersAccessControlUnauthorizedAccount, error) {
	out := new(NullifiersAccessControlUnauthorizedAccount)
	if err := nullifiers.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NullifiersAlreadyPaid represents a AlreadyPaid error raised by the Nullifiers contract.
type NullifiersAlreadyPaid struct {
	TaskDigest [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyPaid(bytes32 taskDigest)
func NullifiersAlreadyPaidErrorID() common.Hash {
	return common.HexToHash("0xf4b76a0e190620c3521e4dfff16272055d2f85fe92a49677762cbf7ede84fc06")
}

// UnpackAlreadyPaidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyPaid(bytes32 taskDigest)
func (nullifiers *Nullifiers) UnpackAlreadyPaidError(raw []byte) (*NullifiersAlreadyPaid, error) {
	out := new(NullifiersAlreadyPaid)
	if err := nullifiers.abi.UnpackIntoInterface(out, "AlreadyPaid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NullifiersBadRun represents a BadRun error raised by the Nullifiers contract.
type NullifiersBadRun struct {
	Start uint32
	N     uint16
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadRun(uint32 start, uint16 n)
func NullifiersBadRunErrorID() common.Hash {
	return common.HexToHash("0xaad9899453fad6461ef6f2328ee18ce18412754eb620ac403b1a0c4a0dacd668")
}

// UnpackBadRunError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadRun(uint32 start, uint16 n)
func (nullifiers *Nullifiers) UnpackBadRunError(raw []byte) (*NullifiersBadRun, error) {
	out := new(NullifiersBadRun)
	if err := nullifiers.abi.UnpackIntoInterface(out, "BadRun", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NullifiersIntervalSpent represents a IntervalSpent error raised by the Nullifiers contract.
type NullifiersIntervalSpent struct {
	Site     uint64
	Interval uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IntervalSpent(uint64 site, uint32 interval)
func NullifiersIntervalSpentErrorID() common.Hash {
	return common.HexToHash("0x9ca1990f458c5ef6eccd8e702eb3c4765289d0d95941a01d4c840b88202c7e2a")
}

// UnpackIntervalSpentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IntervalSpent(uint64 site, uint32 interval)
func (nullifiers *Nullifiers) UnpackIntervalSpentError(raw []byte) (*NullifiersIntervalSpent, error) {
	out := new(NullifiersIntervalSpent)
	if err := nullifiers.abi.UnpackIntoInterface(out, "IntervalSpent", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NullifiersSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the Nullifiers contract.
type NullifiersSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func NullifiersSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (nullifiers *Nullifiers) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*NullifiersSafeCastOverflowedUintDowncast, error) {
	out := new(NullifiersSafeCastOverflowedUintDowncast)
	if err := nullifiers.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}
