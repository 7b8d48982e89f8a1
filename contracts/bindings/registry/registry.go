// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package registry

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

// RegistryMetaData contains all meta data concerning the Registry contract.
var RegistryMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"admin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"adminDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"wait\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"CONFIG_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"DEFAULT_ADMIN_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"GUARDIAN_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MIN_DELAY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"addressOf\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"announce\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"beginDefaultAdminTransfer\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"cancelDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"changeDefaultAdminDelay\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"changeOf\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"readyAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"codeHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelayIncreaseWait\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"delay\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"enact\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"entryOf\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"codeHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getRoleAdmin\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"grantRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"hasRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"revokeRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rollbackDefaultAdminDelay\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"stop\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"interfaceId\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Announced\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"target\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"codeHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"readyAt\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Changed\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"target\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"codeHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeScheduled\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"},{\"name\":\"effectSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferScheduled\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"acceptSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleAdminChanged\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"previousAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"newAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleGranted\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleRevoked\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Stopped\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"target\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AccessControlBadConfirmation\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminDelay\",\"inputs\":[{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminRules\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlInvalidDefaultAdmin\",\"inputs\":[{\"name\":\"defaultAdmin\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AccessControlUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"neededRole\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"CodeChanged\",\"inputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"DelayTooShort\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"least\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NoCode\",\"inputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NothingAnnounced\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"SafeCastOverflowedUintDowncast\",\"inputs\":[{\"name\":\"bits\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"TooEarly\",\"inputs\":[{\"name\":\"readyAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"UnknownName\",\"inputs\":[{\"name\":\"name\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}]",
	ID:  "Registry",
	Bin: "0x60a060405234801561000f575f5ffd5b5060405161152f38038061152f83398101604081905261002e916101f3565b81836001600160a01b03811661005e57604051636116401160e11b81525f60048201526024015b60405180910390fd5b600180546001600160d01b0316600160d01b65ffffffffffff8516021790556100875f826100dd565b505050610e106001600160401b03821610156100c9576040516330ee116760e01b81526001600160401b0382166004820152610e106024820152604401610055565b6001600160401b03166080525061025d9050565b5f82610139575f6100f66002546001600160a01b031690565b6001600160a01b03161461011d57604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b610143838361014c565b90505b92915050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff166101ec575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556101a43390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a4506001610146565b505f610146565b5f5f5f60608486031215610205575f5ffd5b83516001600160a01b038116811461021b575f5ffd5b602085015190935065ffffffffffff81168114610236575f5ffd5b60408501519092506001600160401b0381168114610252575f5ffd5b809150509250925092565b6080516112b361027c5f395f818161034c015261059e01526112b35ff3fe608060405234801561000f575f5ffd5b50600436106101bb575f3560e01c806382fb8643116100f3578063a4d19feb11610093578063cefc14291161006e578063cefc1429146104a4578063cf6eefb7146104ac578063d547741f146104da578063d602b9fd146104ed575f5ffd5b8063a4d19feb14610462578063bb34534c14610489578063cc8463c81461049c575f5ffd5b806391d14854116100ce57806391d14854146104185780639f81aed71461042b578063a1eda53c14610434578063a217fddf1461045b575f5ffd5b806382fb86431461039a57806384ef8ffc146103eb5780638da5cb5b14610410575f5ffd5b80632f2ff15d1161015e57806363c4f0311161013957806363c4f03114610321578063649a5ec7146103345780636a42b8f81461034757806371336cb914610387575f5ffd5b80632f2ff15d146102e857806336568abe146102fb578063634e93da1461030e575f5ffd5b80631294068511610199578063129406851461020d578063248a9ca31461027e57806324ea54f4146102ae57806329814eef146102d5575f5ffd5b806301ffc9a7146101bf578063022d63fb146101e75780630aa6220b14610203575b5f5ffd5b6101d26101cd36600461117a565b6104f5565b60405190151581526020015b60405180910390f35b620697805b60405165ffffffffffff90911681526020016101de565b61020b61051f565b005b61025061021b3660046111a1565b60046020525f9081526040902080546001909101546001600160a01b03821691600160a01b900467ffffffffffffffff169083565b604080516001600160a01b03909416845267ffffffffffffffff9092166020840152908201526060016101de565b6102a061028c3660046111a1565b5f9081526020819052604090206001015490565b6040519081526020016101de565b6102a07f55435dd261a4b9b3364963f7738a7a662ad9c84396d64be3365284bb7f0a504181565b61020b6102e33660046111ce565b610534565b61020b6102f63660046111ce565b610679565b61020b6103093660046111ce565b6106a5565b61020b61031c3660046111f8565b61074b565b61020b61032f3660046111a1565b61075e565b61020b610342366004611211565b61081a565b61036e7f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff90911681526020016101de565b61020b6103953660046111a1565b61082d565b6103cc6103a83660046111a1565b60036020525f9081526040902080546001909101546001600160a01b039091169082565b604080516001600160a01b0390931683526020830191909152016101de565b6002546001600160a01b03165b6040516001600160a01b0390911681526020016101de565b6103f86109c5565b6101d26104263660046111ce565b6109dd565b61036e610e1081565b61043c610a05565b6040805165ffffffffffff9384168152929091166020830152016101de565b6102a05f81565b6102a07f82db594318110a04b6349ce48645aa69f0892751bc893d15e61d9e2b9c4630f581565b6103f86104973660046111a1565b610a57565b6101ec610a94565b61020b610af2565b6104b4610b31565b604080516001600160a01b03909316835265ffffffffffff9091166020830152016101de565b61020b6104e83660046111ce565b610b52565b61020b610b7a565b5f6001600160e01b031982166318a4c3c360e11b1480610519575061051982610b8c565b92915050565b5f61052981610bc0565b610531610bca565b50565b7f82db594318110a04b6349ce48645aa69f0892751bc893d15e61d9e2b9c4630f561055e81610bc0565b816001600160a01b03163b5f03610598576040516333a2905b60e11b81526001600160a01b03831660048201526024015b60405180910390fd5b5f6105c37f00000000000000000000000000000000000000000000000000000000000000004261124a565b604080516060810182526001600160a01b0386811680835267ffffffffffffffff8581166020808601828152843f8789019081525f8e815260048452899020975188549251909516600160a01b026001600160e01b0319909216949096169390931792909217855592516001909401939093558351813f81529283019190915292935086917f742ba5ada3e72c3c279f233a6345078a474e724e5600798cdee4c4a3d2fbaa56910160405180910390a350505050565b8161069757604051631fe1e13d60e11b815260040160405180910390fd5b6106a18282610bd6565b5050565b811580156106c057506002546001600160a01b038281169116145b15610741575f5f6106cf610b31565b90925090506001600160a01b0382161515806106f1575065ffffffffffff8116155b8061070457504265ffffffffffff821610155b1561072c576040516319ca5ebb60e01b815265ffffffffffff8216600482015260240161058f565b50506001805465ffffffffffff60a01b191690555b6106a18282610c00565b5f61075581610bc0565b6106a182610c38565b7f55435dd261a4b9b3364963f7738a7a662ad9c84396d64be3365284bb7f0a504161078881610bc0565b5f828152600460205260409020546001600160a01b0316806107c05760405163da9dcb2d60e01b81526004810184905260240161058f565b5f8381526004602052604080822080546001600160e01b03191681556001018290555133916001600160a01b0384169186917f1d6e7e26e235d74758cca94b932e028da7dec967109a0766fc4e3b97300018a091a4505050565b5f61082481610bc0565b6106a182610caa565b5f81815260046020908152604091829020825160608101845281546001600160a01b038116808352600160a01b90910467ffffffffffffffff16938201939093526001909101549281019290925261089b5760405163da9dcb2d60e01b81526004810183905260240161058f565b806020015167ffffffffffffffff164210156108dc57602081015160405163d606d83f60e01b815267ffffffffffffffff909116600482015260240161058f565b604081015181516001600160a01b03163f14610919578051604051637047d3dd60e01b81526001600160a01b03909116600482015260240161058f565b5f82815260046020908152604080832080546001600160e01b031916815560019081018490558151808301835285516001600160a01b03908116825286840180518387019081528988526003875296859020925183546001600160a01b03191690831617835595519190920155845193519151918252929092169184917f8fe3d1e8d2c18b78ea0be1672687f3954c624b9301143eaa1ab707a83c974f9c910160405180910390a35050565b5f6109d86002546001600160a01b031690565b905090565b5f918252602082815260408084206001600160a01b0393909316845291905290205460ff1690565b6002545f90600160d01b900465ffffffffffff168015158015610a3057504265ffffffffffff821610155b610a3b575f5f610a4f565b600254600160a01b900465ffffffffffff16815b915091509091565b5f818152600360205260409020546001600160a01b031680610a8f57604051630b7cb88f60e21b81526004810183905260240161058f565b919050565b6002545f90600160d01b900465ffffffffffff168015158015610abe57504265ffffffffffff8216105b610ad957600154600160d01b900465ffffffffffff16610aec565b600254600160a01b900465ffffffffffff165b91505090565b5f610afb610b31565b509050336001600160a01b03821614610b2957604051636116401160e11b815233600482015260240161058f565b610531610d19565b6001546001600160a01b03811691600160a01b90910465ffffffffffff1690565b81610b7057604051631fe1e13d60e11b815260040160405180910390fd5b6106a18282610daf565b5f610b8481610bc0565b610531610dd3565b5f6001600160e01b03198216637965db0b60e01b148061051957506301ffc9a760e01b6001600160e01b0319831614610519565b6105318133610ddd565b610bd45f5f610e16565b565b5f82815260208190526040902060010154610bf081610bc0565b610bfa8383610ed5565b50505050565b6001600160a01b0381163314610c295760405163334bd91960e11b815260040160405180910390fd5b610c338282610f42565b505050565b5f610c41610a94565b610c4a42610f7e565b610c54919061126a565b9050610c608282610fb4565b60405165ffffffffffff821681526001600160a01b038316907f3377dc44241e779dd06afab5b788a35ca5f3b778836e2990bdb26a2a4b2e5ed69060200160405180910390a25050565b5f610cb482611031565b610cbd42610f7e565b610cc7919061126a565b9050610cd38282610e16565b6040805165ffffffffffff8085168252831660208201527ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b910160405180910390a15050565b5f5f610d23610b31565b91509150610d388165ffffffffffff16151590565b1580610d4c57504265ffffffffffff821610155b15610d74576040516319ca5ebb60e01b815265ffffffffffff8216600482015260240161058f565b610d8f5f610d8a6002546001600160a01b031690565b610f42565b50610d9a5f83610ed5565b5050600180546001600160d01b031916905550565b5f82815260208190526040902060010154610dc981610bc0565b610bfa8383610f42565b610bd45f5f610fb4565b610de782826109dd565b6106a15760405163e2517d3f60e01b81526001600160a01b03821660048201526024810183905260440161058f565b600254600160d01b900465ffffffffffff168015610e98574265ffffffffffff82161015610e6f57600254600180546001600160d01b0316600160a01b90920465ffffffffffff16600160d01b02919091179055610e98565b6040517f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec5905f90a15b50600280546001600160a01b0316600160a01b65ffffffffffff948516026001600160d01b031617600160d01b9290931691909102919091179055565b5f82610f31575f610eee6002546001600160a01b031690565b6001600160a01b031614610f1557604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b610f3b8383611082565b9392505050565b5f82158015610f5e57506002546001600160a01b038381169116145b15610f7457600280546001600160a01b03191690555b610f3b8383611111565b5f65ffffffffffff821115610fb0576040516306dfcc6560e41b8152603060048201526024810183905260440161058f565b5090565b5f610fbd610b31565b6001805465ffffffffffff8616600160a01b026001600160d01b03199091166001600160a01b038816171790559150610fff90508165ffffffffffff16151590565b15610c33576040517f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a9605109905f90a1505050565b5f5f61103b610a94565b90508065ffffffffffff168365ffffffffffff16116110635761105e8382611288565b610f3b565b610f3b65ffffffffffff8416620697805f828218828410028218610f3b565b5f61108d83836109dd565b61110a575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556110c23390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a4506001610519565b505f610519565b5f61111c83836109dd565b1561110a575f838152602081815260408083206001600160a01b0386168085529252808320805460ff1916905551339286917ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b9190a4506001610519565b5f6020828403121561118a575f5ffd5b81356001600160e01b031981168114610f3b575f5ffd5b5f602082840312156111b1575f5ffd5b5035919050565b80356001600160a01b0381168114610a8f575f5ffd5b5f5f604083850312156111df575f5ffd5b823591506111ef602084016111b8565b90509250929050565b5f60208284031215611208575f5ffd5b610f3b826111b8565b5f60208284031215611221575f5ffd5b813565ffffffffffff81168114610f3b575f5ffd5b634e487b7160e01b5f52601160045260245ffd5b67ffffffffffffffff818116838216019081111561051957610519611236565b65ffffffffffff818116838216019081111561051957610519611236565b65ffffffffffff82811682821603908111156105195761051961123656fea164736f6c6343000825000a",
}

// Registry is an auto generated Go binding around an Ethereum contract.
type Registry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Registry) GetABI() abi.ABI {
	return c.abi
}

// NewRegistry creates a new instance of Registry.
func NewRegistry() *Registry {
	parsed, err := RegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Registry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Registry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address admin, uint48 adminDelay, uint64 wait) returns()
func (registry *Registry) PackConstructor(admin common.Address, adminDelay *big.Int, wait uint64) []byte {
	enc, err := registry.abi.Pack("", admin, adminDelay, wait)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackCONFIGROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa4d19feb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function CONFIG_ROLE() view returns(bytes32)
func (registry *Registry) PackCONFIGROLE() []byte {
	enc, err := registry.abi.Pack("CONFIG_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCONFIGROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa4d19feb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function CONFIG_ROLE() view returns(bytes32)
func (registry *Registry) TryPackCONFIGROLE() ([]byte, error) {
	return registry.abi.Pack("CONFIG_ROLE")
}

// UnpackCONFIGROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa4d19feb.
//
// Solidity: function CONFIG_ROLE() view returns(bytes32)
func (registry *Registry) UnpackCONFIGROLE(data []byte) ([32]byte, error) {
	out, err := registry.abi.Unpack("CONFIG_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (registry *Registry) PackDEFAULTADMINROLE() []byte {
	enc, err := registry.abi.Pack("DEFAULT_ADMIN_ROLE")
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
func (registry *Registry) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return registry.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (registry *Registry) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := registry.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGUARDIANROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24ea54f4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function GUARDIAN_ROLE() view returns(bytes32)
func (registry *Registry) PackGUARDIANROLE() []byte {
	enc, err := registry.abi.Pack("GUARDIAN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGUARDIANROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24ea54f4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function GUARDIAN_ROLE() view returns(bytes32)
func (registry *Registry) TryPackGUARDIANROLE() ([]byte, error) {
	return registry.abi.Pack("GUARDIAN_ROLE")
}

// UnpackGUARDIANROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x24ea54f4.
//
// Solidity: function GUARDIAN_ROLE() view returns(bytes32)
func (registry *Registry) UnpackGUARDIANROLE(data []byte) ([32]byte, error) {
	out, err := registry.abi.Unpack("GUARDIAN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMINDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f81aed7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MIN_DELAY() view returns(uint64)
func (registry *Registry) PackMINDELAY() []byte {
	enc, err := registry.abi.Pack("MIN_DELAY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMINDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f81aed7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MIN_DELAY() view returns(uint64)
func (registry *Registry) TryPackMINDELAY() ([]byte, error) {
	return registry.abi.Pack("MIN_DELAY")
}

// UnpackMINDELAY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9f81aed7.
//
// Solidity: function MIN_DELAY() view returns(uint64)
func (registry *Registry) UnpackMINDELAY(data []byte) (uint64, error) {
	out, err := registry.abi.Unpack("MIN_DELAY", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (registry *Registry) PackAcceptDefaultAdminTransfer() []byte {
	enc, err := registry.abi.Pack("acceptDefaultAdminTransfer")
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
func (registry *Registry) TryPackAcceptDefaultAdminTransfer() ([]byte, error) {
	return registry.abi.Pack("acceptDefaultAdminTransfer")
}

// PackAddressOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbb34534c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addressOf(bytes32 name) view returns(address target)
func (registry *Registry) PackAddressOf(name [32]byte) []byte {
	enc, err := registry.abi.Pack("addressOf", name)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddressOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbb34534c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addressOf(bytes32 name) view returns(address target)
func (registry *Registry) TryPackAddressOf(name [32]byte) ([]byte, error) {
	return registry.abi.Pack("addressOf", name)
}

// UnpackAddressOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbb34534c.
//
// Solidity: function addressOf(bytes32 name) view returns(address target)
func (registry *Registry) UnpackAddressOf(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("addressOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAnnounce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x29814eef.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function announce(bytes32 name, address target) returns()
func (registry *Registry) PackAnnounce(name [32]byte, target common.Address) []byte {
	enc, err := registry.abi.Pack("announce", name, target)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnnounce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x29814eef.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function announce(bytes32 name, address target) returns()
func (registry *Registry) TryPackAnnounce(name [32]byte, target common.Address) ([]byte, error) {
	return registry.abi.Pack("announce", name, target)
}

// PackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (registry *Registry) PackBeginDefaultAdminTransfer(newAdmin common.Address) []byte {
	enc, err := registry.abi.Pack("beginDefaultAdminTransfer", newAdmin)
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
func (registry *Registry) TryPackBeginDefaultAdminTransfer(newAdmin common.Address) ([]byte, error) {
	return registry.abi.Pack("beginDefaultAdminTransfer", newAdmin)
}

// PackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (registry *Registry) PackCancelDefaultAdminTransfer() []byte {
	enc, err := registry.abi.Pack("cancelDefaultAdminTransfer")
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
func (registry *Registry) TryPackCancelDefaultAdminTransfer() ([]byte, error) {
	return registry.abi.Pack("cancelDefaultAdminTransfer")
}

// PackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (registry *Registry) PackChangeDefaultAdminDelay(newDelay *big.Int) []byte {
	enc, err := registry.abi.Pack("changeDefaultAdminDelay", newDelay)
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
func (registry *Registry) TryPackChangeDefaultAdminDelay(newDelay *big.Int) ([]byte, error) {
	return registry.abi.Pack("changeDefaultAdminDelay", newDelay)
}

// PackChangeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x12940685.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeOf(bytes32 name) view returns(address target, uint64 readyAt, bytes32 codeHash)
func (registry *Registry) PackChangeOf(name [32]byte) []byte {
	enc, err := registry.abi.Pack("changeOf", name)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChangeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x12940685.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function changeOf(bytes32 name) view returns(address target, uint64 readyAt, bytes32 codeHash)
func (registry *Registry) TryPackChangeOf(name [32]byte) ([]byte, error) {
	return registry.abi.Pack("changeOf", name)
}

// ChangeOfOutput serves as a container for the return parameters of contract
// method ChangeOf.
type ChangeOfOutput struct {
	Target   common.Address
	ReadyAt  uint64
	CodeHash [32]byte
}

// UnpackChangeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x12940685.
//
// Solidity: function changeOf(bytes32 name) view returns(address target, uint64 readyAt, bytes32 codeHash)
func (registry *Registry) UnpackChangeOf(data []byte) (ChangeOfOutput, error) {
	out, err := registry.abi.Unpack("changeOf", data)
	outstruct := new(ChangeOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Target = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.ReadyAt = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	outstruct.CodeHash = *abi.ConvertType(out[2], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdmin() view returns(address)
func (registry *Registry) PackDefaultAdmin() []byte {
	enc, err := registry.abi.Pack("defaultAdmin")
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
func (registry *Registry) TryPackDefaultAdmin() ([]byte, error) {
	return registry.abi.Pack("defaultAdmin")
}

// UnpackDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84ef8ffc.
//
// Solidity: function defaultAdmin() view returns(address)
func (registry *Registry) UnpackDefaultAdmin(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("defaultAdmin", data)
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
func (registry *Registry) PackDefaultAdminDelay() []byte {
	enc, err := registry.abi.Pack("defaultAdminDelay")
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
func (registry *Registry) TryPackDefaultAdminDelay() ([]byte, error) {
	return registry.abi.Pack("defaultAdminDelay")
}

// UnpackDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcc8463c8.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (registry *Registry) UnpackDefaultAdminDelay(data []byte) (*big.Int, error) {
	out, err := registry.abi.Unpack("defaultAdminDelay", data)
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
func (registry *Registry) PackDefaultAdminDelayIncreaseWait() []byte {
	enc, err := registry.abi.Pack("defaultAdminDelayIncreaseWait")
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
func (registry *Registry) TryPackDefaultAdminDelayIncreaseWait() ([]byte, error) {
	return registry.abi.Pack("defaultAdminDelayIncreaseWait")
}

// UnpackDefaultAdminDelayIncreaseWait is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x022d63fb.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (registry *Registry) UnpackDefaultAdminDelayIncreaseWait(data []byte) (*big.Int, error) {
	out, err := registry.abi.Unpack("defaultAdminDelayIncreaseWait", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a42b8f8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function delay() view returns(uint64)
func (registry *Registry) PackDelay() []byte {
	enc, err := registry.abi.Pack("delay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a42b8f8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function delay() view returns(uint64)
func (registry *Registry) TryPackDelay() ([]byte, error) {
	return registry.abi.Pack("delay")
}

// UnpackDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6a42b8f8.
//
// Solidity: function delay() view returns(uint64)
func (registry *Registry) UnpackDelay(data []byte) (uint64, error) {
	out, err := registry.abi.Unpack("delay", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackEnact is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71336cb9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function enact(bytes32 name) returns()
func (registry *Registry) PackEnact(name [32]byte) []byte {
	enc, err := registry.abi.Pack("enact", name)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEnact is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71336cb9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function enact(bytes32 name) returns()
func (registry *Registry) TryPackEnact(name [32]byte) ([]byte, error) {
	return registry.abi.Pack("enact", name)
}

// PackEntryOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82fb8643.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function entryOf(bytes32 name) view returns(address target, bytes32 codeHash)
func (registry *Registry) PackEntryOf(name [32]byte) []byte {
	enc, err := registry.abi.Pack("entryOf", name)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEntryOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82fb8643.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function entryOf(bytes32 name) view returns(address target, bytes32 codeHash)
func (registry *Registry) TryPackEntryOf(name [32]byte) ([]byte, error) {
	return registry.abi.Pack("entryOf", name)
}

// EntryOfOutput serves as a container for the return parameters of contract
// method EntryOf.
type EntryOfOutput struct {
	Target   common.Address
	CodeHash [32]byte
}

// UnpackEntryOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x82fb8643.
//
// Solidity: function entryOf(bytes32 name) view returns(address target, bytes32 codeHash)
func (registry *Registry) UnpackEntryOf(data []byte) (EntryOfOutput, error) {
	out, err := registry.abi.Unpack("entryOf", data)
	outstruct := new(EntryOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Target = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.CodeHash = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (registry *Registry) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := registry.abi.Pack("getRoleAdmin", role)
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
func (registry *Registry) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return registry.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (registry *Registry) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := registry.abi.Unpack("getRoleAdmin", data)
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
func (registry *Registry) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := registry.abi.Pack("grantRole", role, account)
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
func (registry *Registry) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return registry.abi.Pack("grantRole", role, account)
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (registry *Registry) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := registry.abi.Pack("hasRole", role, account)
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
func (registry *Registry) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return registry.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (registry *Registry) UnpackHasRole(data []byte) (bool, error) {
	out, err := registry.abi.Unpack("hasRole", data)
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
func (registry *Registry) PackOwner() []byte {
	enc, err := registry.abi.Pack("owner")
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
func (registry *Registry) TryPackOwner() ([]byte, error) {
	return registry.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (registry *Registry) UnpackOwner(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPendingDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6eefb7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (registry *Registry) PackPendingDefaultAdmin() []byte {
	enc, err := registry.abi.Pack("pendingDefaultAdmin")
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
func (registry *Registry) TryPackPendingDefaultAdmin() ([]byte, error) {
	return registry.abi.Pack("pendingDefaultAdmin")
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
func (registry *Registry) UnpackPendingDefaultAdmin(data []byte) (PendingDefaultAdminOutput, error) {
	out, err := registry.abi.Unpack("pendingDefaultAdmin", data)
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
func (registry *Registry) PackPendingDefaultAdminDelay() []byte {
	enc, err := registry.abi.Pack("pendingDefaultAdminDelay")
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
func (registry *Registry) TryPackPendingDefaultAdminDelay() ([]byte, error) {
	return registry.abi.Pack("pendingDefaultAdminDelay")
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
func (registry *Registry) UnpackPendingDefaultAdminDelay(data []byte) (PendingDefaultAdminDelayOutput, error) {
	out, err := registry.abi.Unpack("pendingDefaultAdminDelay", data)
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
func (registry *Registry) PackRenounceRole(role [32]byte, account common.Address) []byte {
	enc, err := registry.abi.Pack("renounceRole", role, account)
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
func (registry *Registry) TryPackRenounceRole(role [32]byte, account common.Address) ([]byte, error) {
	return registry.abi.Pack("renounceRole", role, account)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (registry *Registry) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := registry.abi.Pack("revokeRole", role, account)
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
func (registry *Registry) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return registry.abi.Pack("revokeRole", role, account)
}

// PackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (registry *Registry) PackRollbackDefaultAdminDelay() []byte {
	enc, err := registry.abi.Pack("rollbackDefaultAdminDelay")
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
func (registry *Registry) TryPackRollbackDefaultAdminDelay() ([]byte, error) {
	return registry.abi.Pack("rollbackDefaultAdminDelay")
}

// PackStop is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x63c4f031.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stop(bytes32 name) returns()
func (registry *Registry) PackStop(name [32]byte) []byte {
	enc, err := registry.abi.Pack("stop", name)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStop is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x63c4f031.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stop(bytes32 name) returns()
func (registry *Registry) TryPackStop(name [32]byte) ([]byte, error) {
	return registry.abi.Pack("stop", name)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (registry *Registry) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := registry.abi.Pack("supportsInterface", interfaceId)
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
func (registry *Registry) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return registry.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (registry *Registry) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := registry.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// RegistryAnnounced represents a Announced event raised by the Registry contract.
type RegistryAnnounced struct {
	Name     [32]byte
	Target   common.Address
	CodeHash [32]byte
	ReadyAt  uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const RegistryAnnouncedEventName = "Announced"

// ContractEventName returns the user-defined event name.
func (RegistryAnnounced) ContractEventName() string {
	return RegistryAnnouncedEventName
}

// UnpackAnnouncedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Announced(bytes32 indexed name, address indexed target, bytes32 codeHash, uint64 readyAt)
func (registry *Registry) UnpackAnnouncedEvent(log *types.Log) (*RegistryAnnounced, error) {
	event := "Announced"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryAnnounced)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryChanged represents a Changed event raised by the Registry contract.
type RegistryChanged struct {
	Name     [32]byte
	Target   common.Address
	CodeHash [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const RegistryChangedEventName = "Changed"

// ContractEventName returns the user-defined event name.
func (RegistryChanged) ContractEventName() string {
	return RegistryChangedEventName
}

// UnpackChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Changed(bytes32 indexed name, address indexed target, bytes32 codeHash)
func (registry *Registry) UnpackChangedEvent(log *types.Log) (*RegistryChanged, error) {
	event := "Changed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryChanged)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryDefaultAdminDelayChangeCanceled represents a DefaultAdminDelayChangeCanceled event raised by the Registry contract.
type RegistryDefaultAdminDelayChangeCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const RegistryDefaultAdminDelayChangeCanceledEventName = "DefaultAdminDelayChangeCanceled"

// ContractEventName returns the user-defined event name.
func (RegistryDefaultAdminDelayChangeCanceled) ContractEventName() string {
	return RegistryDefaultAdminDelayChangeCanceledEventName
}

// UnpackDefaultAdminDelayChangeCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeCanceled()
func (registry *Registry) UnpackDefaultAdminDelayChangeCanceledEvent(log *types.Log) (*RegistryDefaultAdminDelayChangeCanceled, error) {
	event := "DefaultAdminDelayChangeCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryDefaultAdminDelayChangeCanceled)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryDefaultAdminDelayChangeScheduled represents a DefaultAdminDelayChangeScheduled event raised by the Registry contract.
type RegistryDefaultAdminDelayChangeScheduled struct {
	NewDelay       *big.Int
	EffectSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const RegistryDefaultAdminDelayChangeScheduledEventName = "DefaultAdminDelayChangeScheduled"

// ContractEventName returns the user-defined event name.
func (RegistryDefaultAdminDelayChangeScheduled) ContractEventName() string {
	return RegistryDefaultAdminDelayChangeScheduledEventName
}

// UnpackDefaultAdminDelayChangeScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeScheduled(uint48 newDelay, uint48 effectSchedule)
func (registry *Registry) UnpackDefaultAdminDelayChangeScheduledEvent(log *types.Log) (*RegistryDefaultAdminDelayChangeScheduled, error) {
	event := "DefaultAdminDelayChangeScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryDefaultAdminDelayChangeScheduled)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryDefaultAdminTransferCanceled represents a DefaultAdminTransferCanceled event raised by the Registry contract.
type RegistryDefaultAdminTransferCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const RegistryDefaultAdminTransferCanceledEventName = "DefaultAdminTransferCanceled"

// ContractEventName returns the user-defined event name.
func (RegistryDefaultAdminTransferCanceled) ContractEventName() string {
	return RegistryDefaultAdminTransferCanceledEventName
}

// UnpackDefaultAdminTransferCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferCanceled()
func (registry *Registry) UnpackDefaultAdminTransferCanceledEvent(log *types.Log) (*RegistryDefaultAdminTransferCanceled, error) {
	event := "DefaultAdminTransferCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryDefaultAdminTransferCanceled)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryDefaultAdminTransferScheduled represents a DefaultAdminTransferScheduled event raised by the Registry contract.
type RegistryDefaultAdminTransferScheduled struct {
	NewAdmin       common.Address
	AcceptSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const RegistryDefaultAdminTransferScheduledEventName = "DefaultAdminTransferScheduled"

// ContractEventName returns the user-defined event name.
func (RegistryDefaultAdminTransferScheduled) ContractEventName() string {
	return RegistryDefaultAdminTransferScheduledEventName
}

// UnpackDefaultAdminTransferScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferScheduled(address indexed newAdmin, uint48 acceptSchedule)
func (registry *Registry) UnpackDefaultAdminTransferScheduledEvent(log *types.Log) (*RegistryDefaultAdminTransferScheduled, error) {
	event := "DefaultAdminTransferScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryDefaultAdminTransferScheduled)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryRoleAdminChanged represents a RoleAdminChanged event raised by the Registry contract.
type RegistryRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const RegistryRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (RegistryRoleAdminChanged) ContractEventName() string {
	return RegistryRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (registry *Registry) UnpackRoleAdminChangedEvent(log *types.Log) (*RegistryRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryRoleGranted represents a RoleGranted event raised by the Registry contract.
type RegistryRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const RegistryRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (RegistryRoleGranted) ContractEventName() string {
	return RegistryRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (registry *Registry) UnpackRoleGrantedEvent(log *types.Log) (*RegistryRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryRoleGranted)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryRoleRevoked represents a RoleRevoked event raised by the Registry contract.
type RegistryRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const RegistryRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (RegistryRoleRevoked) ContractEventName() string {
	return RegistryRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (registry *Registry) UnpackRoleRevokedEvent(log *types.Log) (*RegistryRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryRoleRevoked)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryStopped represents a Stopped event raised by the Registry contract.
type RegistryStopped struct {
	Name   [32]byte
	Target common.Address
	By     common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const RegistryStoppedEventName = "Stopped"

// ContractEventName returns the user-defined event name.
func (RegistryStopped) ContractEventName() string {
	return RegistryStoppedEventName
}

// UnpackStoppedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Stopped(bytes32 indexed name, address indexed target, address indexed by)
func (registry *Registry) UnpackStoppedEvent(log *types.Log) (*RegistryStopped, error) {
	event := "Stopped"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryStopped)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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
func (registry *Registry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], registry.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return registry.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["AccessControlEnforcedDefaultAdminDelay"].ID.Bytes()[:4]) {
		return registry.UnpackAccessControlEnforcedDefaultAdminDelayError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["AccessControlEnforcedDefaultAdminRules"].ID.Bytes()[:4]) {
		return registry.UnpackAccessControlEnforcedDefaultAdminRulesError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["AccessControlInvalidDefaultAdmin"].ID.Bytes()[:4]) {
		return registry.UnpackAccessControlInvalidDefaultAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return registry.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["CodeChanged"].ID.Bytes()[:4]) {
		return registry.UnpackCodeChangedError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["DelayTooShort"].ID.Bytes()[:4]) {
		return registry.UnpackDelayTooShortError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["NoCode"].ID.Bytes()[:4]) {
		return registry.UnpackNoCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["NothingAnnounced"].ID.Bytes()[:4]) {
		return registry.UnpackNothingAnnouncedError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return registry.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["TooEarly"].ID.Bytes()[:4]) {
		return registry.UnpackTooEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["UnknownName"].ID.Bytes()[:4]) {
		return registry.UnpackUnknownNameError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// RegistryAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the Registry contract.
type RegistryAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func RegistryAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (registry *Registry) UnpackAccessControlBadConfirmationError(raw []byte) (*RegistryAccessControlBadConfirmation, error) {
	out := new(RegistryAccessControlBadConfirmation)
	if err := registry.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryAccessControlEnforcedDefaultAdminDelay represents a AccessControlEnforcedDefaultAdminDelay error raised by the Registry contract.
type RegistryAccessControlEnforcedDefaultAdminDelay struct {
	Schedule *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func RegistryAccessControlEnforcedDefaultAdminDelayErrorID() common.Hash {
	return common.HexToHash("0x19ca5ebb8fb33f00e502c9392eddab1501674629178bf69b853cf037aaf4bb5d")
}

// UnpackAccessControlEnforcedDefaultAdminDelayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func (registry *Registry) UnpackAccessControlEnforcedDefaultAdminDelayError(raw []byte) (*RegistryAccessControlEnforcedDefaultAdminDelay, error) {
	out := new(RegistryAccessControlEnforcedDefaultAdminDelay)
	if err := registry.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminDelay", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryAccessControlEnforcedDefaultAdminRules represents a AccessControlEnforcedDefaultAdminRules error raised by the Registry contract.
type RegistryAccessControlEnforcedDefaultAdminRules struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func RegistryAccessControlEnforcedDefaultAdminRulesErrorID() common.Hash {
	return common.HexToHash("0x3fc3c27ae3db78c81b8f6e685172134623efa268ee8cd8d54be38ad2a74fc13b")
}

// UnpackAccessControlEnforcedDefaultAdminRulesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func (registry *Registry) UnpackAccessControlEnforcedDefaultAdminRulesError(raw []byte) (*RegistryAccessControlEnforcedDefaultAdminRules, error) {
	out := new(RegistryAccessControlEnforcedDefaultAdminRules)
	if err := registry.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminRules", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryAccessControlInvalidDefaultAdmin represents a AccessControlInvalidDefaultAdmin error raised by the Registry contract.
type RegistryAccessControlInvalidDefaultAdmin struct {
	DefaultAdmin common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func RegistryAccessControlInvalidDefaultAdminErrorID() common.Hash {
	return common.HexToHash("0xc22c8022f2a840d6b6a9f113407715f5bbd4e88c1b0dd9434dc00700ba609ed4")
}

// UnpackAccessControlInvalidDefaultAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func (registry *Registry) UnpackAccessControlInvalidDefaultAdminError(raw []byte) (*RegistryAccessControlInvalidDefaultAdmin, error) {
	out := new(RegistryAccessControlInvalidDefaultAdmin)
	if err := registry.abi.UnpackIntoInterface(out, "AccessControlInvalidDefaultAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the Registry contract.
type RegistryAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func RegistryAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (registry *Registry) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*RegistryAccessControlUnauthorizedAccount, error) {
	out := new(RegistryAccessControlUnauthorizedAccount)
	if err := registry.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryCodeChanged represents a CodeChanged error raised by the Registry contract.
type RegistryCodeChanged struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CodeChanged(address target)
func RegistryCodeChangedErrorID() common.Hash {
	return common.HexToHash("0x7047d3dd6bb1aced978b7b1d9fd045da4b01ba46c86cc29dfd20a13c6bfb6dec")
}

// UnpackCodeChangedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CodeChanged(address target)
func (registry *Registry) UnpackCodeChangedError(raw []byte) (*RegistryCodeChanged, error) {
	out := new(RegistryCodeChanged)
	if err := registry.abi.UnpackIntoInterface(out, "CodeChanged", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryDelayTooShort represents a DelayTooShort error raised by the Registry contract.
type RegistryDelayTooShort struct {
	Got   uint64
	Least uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DelayTooShort(uint64 got, uint64 least)
func RegistryDelayTooShortErrorID() common.Hash {
	return common.HexToHash("0x30ee116789f3d43ac43911fa3ba7b8954de649c460f1382f362882e33185b2a2")
}

// UnpackDelayTooShortError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DelayTooShort(uint64 got, uint64 least)
func (registry *Registry) UnpackDelayTooShortError(raw []byte) (*RegistryDelayTooShort, error) {
	out := new(RegistryDelayTooShort)
	if err := registry.abi.UnpackIntoInterface(out, "DelayTooShort", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryNoCode represents a NoCode error raised by the Registry contract.
type RegistryNoCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoCode(address target)
func RegistryNoCodeErrorID() common.Hash {
	return common.HexToHash("0x674520b6bb5a7851149439c2748026005a69a70a0b4e6c410abbfac42015a2a9")
}

// UnpackNoCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoCode(address target)
func (registry *Registry) UnpackNoCodeError(raw []byte) (*RegistryNoCode, error) {
	out := new(RegistryNoCode)
	if err := registry.abi.UnpackIntoInterface(out, "NoCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryNothingAnnounced represents a NothingAnnounced error raised by the Registry contract.
type RegistryNothingAnnounced struct {
	Name [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingAnnounced(bytes32 name)
func RegistryNothingAnnouncedErrorID() common.Hash {
	return common.HexToHash("0xda9dcb2d341338db96975241b8ef78bb67ce50941b0c17f22be1848f6de90416")
}

// UnpackNothingAnnouncedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingAnnounced(bytes32 name)
func (registry *Registry) UnpackNothingAnnouncedError(raw []byte) (*RegistryNothingAnnounced, error) {
	out := new(RegistryNothingAnnounced)
	if err := registry.abi.UnpackIntoInterface(out, "NothingAnnounced", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistrySafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the Registry contract.
type RegistrySafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func RegistrySafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (registry *Registry) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*RegistrySafeCastOverflowedUintDowncast, error) {
	out := new(RegistrySafeCastOverflowedUintDowncast)
	if err := registry.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryTooEarly represents a TooEarly error raised by the Registry contract.
type RegistryTooEarly struct {
	ReadyAt uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooEarly(uint64 readyAt)
func RegistryTooEarlyErrorID() common.Hash {
	return common.HexToHash("0xd606d83fc5c7e56637c0959f5077c3a15f782b710d7eab50461ed55fd6deb6ae")
}

// UnpackTooEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooEarly(uint64 readyAt)
func (registry *Registry) UnpackTooEarlyError(raw []byte) (*RegistryTooEarly, error) {
	out := new(RegistryTooEarly)
	if err := registry.abi.UnpackIntoInterface(out, "TooEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryUnknownName represents a UnknownName error raised by the Registry contract.
type RegistryUnknownName struct {
	Name [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownName(bytes32 name)
func RegistryUnknownNameErrorID() common.Hash {
	return common.HexToHash("0x2df2e23c64181bff8d65952d3ba687309d87bdbcefe5f8232a502109130cfd46")
}

// UnpackUnknownNameError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownName(bytes32 name)
func (registry *Registry) UnpackUnknownNameError(raw []byte) (*RegistryUnknownName, error) {
	out := new(RegistryUnknownName)
	if err := registry.abi.UnpackIntoInterface(out, "UnknownName", raw); err != nil {
		return nil, err
	}
	return out, nil
}
